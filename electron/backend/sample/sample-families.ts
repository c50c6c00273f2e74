import type { SampleWorld } from './sample-world.ts';

/** What families say of the way their plan was made, the earlier half-terms less content than the later. */
const ANSWERS: readonly (readonly string[])[] = [
  [
    'Satisfied',
    'Dissatisfied',
    'Neither satisfied nor dissatisfied',
    'Satisfied',
    'Very dissatisfied',
    'Satisfied',
    'Dissatisfied',
  ],
  [
    'Satisfied',
    'Very satisfied',
    'Dissatisfied',
    'Satisfied',
    'Neither satisfied nor dissatisfied',
    'Satisfied',
    'Satisfied',
    'Dissatisfied',
  ],
  [
    'Very satisfied',
    'Satisfied',
    'Neither satisfied nor dissatisfied',
    'Satisfied',
    'Dissatisfied',
    'Satisfied',
    'Very satisfied',
  ],
  ['Very satisfied', 'Satisfied', 'Satisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied'],
];
const WORDS: Readonly<Record<string, string>> = {
  'Very satisfied': 'Our coordinator rang before each step. We felt listened to.',
  Satisfied: 'It took a while, but the plan is about our child.',
  Dissatisfied: 'We waited for months and had to ask what was happening.',
  'Very dissatisfied': 'Another child’s name was in it.',
};

/** Imports what the families of a round's plans answered, as a survey tool exports it. */
export async function importAnswers(
  { client }: SampleWorld,
  references: readonly string[],
  round: number,
  day: string,
): Promise<void> {
  const rows = (ANSWERS[round] ?? []).flatMap((answer, at) => {
    const reference = references[at];
    const who = at % 4 === 3 ? 'Young person' : 'Parent carer';
    return reference === undefined ? [] : [[reference, day, who, answer, at % 2 === 0 ? (WORDS[answer] ?? '') : '']];
  });
  const csv = [['Reference', 'Date', 'Who answered', 'How satisfied', 'Comments'], ...rows]
    .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
    .join('\r\n');
  const file = new File([`${csv}\r\n`], `families ${day}.csv`, { type: 'text/csv' });
  await client.familyFeedback.import({ file, columns: null, leaveOutWrong: false });
}
