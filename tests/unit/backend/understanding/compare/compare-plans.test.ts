import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../../../../electron/backend/understanding/compare/compare-plans.ts';
import { understand } from '../../../../../electron/backend/understanding/understand.ts';
import type { Block, DocumentModel, Span } from '../../../../../shared/domain/document-model.ts';
import { makePlan, section } from './make-plan.ts';
import type { Line } from './make-plan.ts';

const B = section('Section B: Special educational needs');
const C = section('Section C: Health needs');
const E = section('Section E: Outcomes');
const F = section('Section F: Special educational provision');
const G = section('Section G: Health provision');
const I = section('Section I: Placement');
const HEAD: Line = { row: ['Ref', 'Provision', 'Who', 'How often', 'Review'], isHeader: true };
const TALK = 'Language lessons from a published scheme, matched to the therapist’s targets.';
const CHECK = 'Visual checklists and a small whiteboard on which to note instructions.';
const READS = 'Jonah reads simple words when they are shown with a picture beside them.';
const TIRES = 'He tires quickly and needs a break after half an hour of written work.';
const ASKS = 'He seldom asks for help, even when he has not understood a task.';

function told(draft: Line[], final: Line[]): unknown[] {
  return comparePlans(makePlan(...draft), makePlan(...final)).differences.map(
    ({ section: id, kind, before, after }) => [id, kind, before, after],
  );
}

describe('what is no difference', () => {
  test('paragraphs in another order are told as moved', () => {
    const { differences, moved, summary } = comparePlans(
      makePlan(B, READS, TIRES, ASKS),
      makePlan(B, ASKS, READS, TIRES),
    );
    expect(differences).toEqual([]);
    expect(moved).toMatchObject([{ fromSection: 'B', toSection: 'B', text: ASKS }]);
    expect(summary).toBe('One passage was moved.');
  });

  test('a list numbered anew, or with bullets', () => {
    const numbered = [READS, TIRES].map((item, at): Line => ({ item, marker: `${at + 1}.` }));
    const later = [READS, TIRES].map((item, at): Line => ({ item, marker: `B${at + 4}` }));
    const bullets = [READS, TIRES].map((item): Line => ({ item, marker: '•' }));
    const typed = [`B.7 ${READS}`, `B.8 ${TIRES}`];
    for (const other of [later, bullets, typed]) expect(told([B, ...numbered], [B, ...other])).toEqual([]);
  });

  test('lines broken otherwise, hyphens at their ends, quotation marks, capitals', () => {
    const whole = 'He finds co-ordination hard. He says “wait” when others hurry him along.';
    const cut = ['He finds coordination hard.', 'he says "wait" when others hurry him along'];
    expect(told([B, whole], [B, ...cut])).toEqual([]);
    expect(told([B, ...cut], [B, whole])).toEqual([]);
  });

  test('a tag at the front of two rows before, and of one row now', () => {
    const rows = (...given: string[]): Line[] => [
      F,
      { row: ['For', 'Provision', 'Who', 'How often'], isHeader: true },
      ...given.map((text): Line => ({ row: ['All', text, 'Therapist', 'Weekly'] })),
    ];
    expect(told(rows(TALK, CHECK), rows(TALK))).toEqual([['F', 'removed', `${CHECK} | Therapist | Weekly`, null]]);
  });

  test('a table’s heads, its row numbers, and a row set as a paragraph', () => {
    const draft: Line[] = [F, HEAD, { row: ['F1', TALK, 'Therapist', '30 minutes a week', 'Termly'] }];
    const renamed: Line[] = [
      F,
      { row: ['No.', 'What', 'By whom', 'Frequency', 'Checked'], isHeader: true },
      { row: ['7', TALK, 'Therapist', '30 minutes a week', 'Termly'] },
    ];
    expect(told(draft, renamed)).toEqual([]);
    expect(told(draft, [F, `${TALK} Who: Therapist. How often: 30 minutes a week. Review: Termly.`])).toEqual([]);
  });

  test('a date written otherwise; but another date is one', () => {
    const draft: Line[] = [C, 'Dr Vale saw him on 3 June 2026 and found no new needs.'];
    expect(told(draft, [C, 'Dr Vale saw him on 03/06/2026 and found no new needs.'])).toEqual([]);
    expect(told(draft, [C, 'Dr Vale saw him on 4 June 2026 and found no new needs.'])).toHaveLength(1);
  });

  test('an area’s title, the mark of an amendment, and what holds the place of a deleted text', () => {
    const title = 'Communication and interaction';
    expect(told([B, title, READS, ASKS], [B, READS, `${ASKS} [amended Nov 25]`])).toEqual([]);
    expect(told([B, READS, TIRES, ASKS], [B, READS, '[Paragraph deleted at annual review]', ASKS])).toEqual([
      ['B', 'removed', TIRES, null],
    ]);
  });

  test('the cover', () => {
    const cover = (status: string, date: string): Line[] => [{ row: ['Status', status] }, { row: ['Issued', date] }];
    expect(told([...cover('Draft', '1 May 2026'), B, READS], [...cover('Final', '9 June 2026'), B, READS])).toEqual([]);
  });
});

const COUNTRIES = 'Peru Chad Fiji Iran Laos Mali Oman Togo Cuba Iraq Niger Nepal'.split(' ');

describe('what is one', () => {
  test('an amount in a row: the row, with its words marked', () => {
    const row = (often: string): Line => ({ row: ['F1', TALK, 'Therapist', often, 'Termly'] });
    const { differences } = comparePlans(
      makePlan(F, HEAD, row('30 minutes, three times a week')),
      makePlan(F, HEAD, row('30 minutes, five times a week')),
    );
    expect(differences).toMatchObject([
      {
        section: 'F',
        kind: 'changed',
        what: 'provision',
        before: `${TALK} | Therapist | 30 minutes, three times a week | Termly`,
        after: `${TALK} | Therapist | 30 minutes, five times a week | Termly`,
      },
    ]);
    expect(differences[0]?.words.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'three ' },
      { kind: 'added', text: 'five ' },
    ]);
  });

  test.each([
    ['32.5 hours a week', '25 hours a week'],
    ['A ratio of 1:1 in class', 'A ratio of 1:2 in class'],
    ['13 November', '14 November'],
    ['2 TA sessions', '3 TA sessions'],
  ])('%s, now %s', (before, after) => {
    const row = (often: string): Line => ({ row: ['F1', TALK, 'Therapist', often, 'Termly'] });
    expect(told([F, HEAD, row(before)], [F, HEAD, row(after)])).toHaveLength(1);
  });

  test('an amount that is also in the item’s number', () => {
    const coach = (hours: number): Line => ({ item: `Job coach: ${hours} hours per week in term.`, marker: '6.4' });
    expect(told([F, TALK, coach(4)], [F, TALK, coach(6)])).toHaveLength(1);
  });

  test('a sentence of one paragraph of several in a row: that paragraph', () => {
    const [own, mum] = ['Sam would rather talk to one person than go to a meeting.', `${READS} ${TIRES} ${ASKS}`];
    const row = (last: string): Line[] => [{ row: [own, mum] }, { row: [`${ASKS} ${last}`, `${mum} ${TIRES}`] }];
    const [before, after] = ['He came for ten minutes.', 'He came to the second meeting and asked for a laptop.'];
    const [only, ...others] = told([B, ...row(before)], [B, ...row(after)]);
    expect(others).toEqual([]);
    expect(only).toEqual(['B', 'changed', `${ASKS} ${before}`, `${ASKS} ${after}`]);
  });

  test('one of several outcomes in a paragraph', () => {
    const [swim, tie, ride] = ['Sam will swim ten metres;', 'Sam will tie his laces;', 'Sam will ride to school.'];
    expect(
      told(
        [E, `We seek these: (i) ${swim} (ii) ${ride}`],
        [E, `We seek these: (i) ${swim.replace('ten', 'fifty')} (ii) ${tie} (iii) ${ride}`],
      ),
    ).toEqual([
      ['E', 'changed', `(i) ${swim}`, `(i) ${swim.replace('ten', 'fifty')}`],
      ['E', 'added', null, `(ii) ${tie}`],
    ]);
  });

  test('a cell in a row of labelled details', () => {
    const plan = (hours: string): Line[] => [
      F,
      { row: ['F01', 'One adult within arm’s reach of Sam for access and safety.'] },
      { row: ['Who', 'Teaching assistant', 'Frequency', hours, 'Review', 'Annual review'] },
    ];
    const [only, ...others] = told(plan('30 hours a week'), plan('32.5 hours a week, with lunch'));
    expect(others).toEqual([]);
    expect(only).toEqual([
      'F',
      'changed',
      expect.stringContaining('30 hours a week'),
      expect.stringContaining('32.5 hours a week, with lunch'),
    ]);
  });

  test('a form that was filled in; a record goes with its fields, and its number tells nothing', () => {
    expect(
      told(
        [I, { heading: 'Setting name:', level: 3 }, { heading: 'Start date:', level: 3 }],
        [I, 'Setting name: Vale College', 'Start date: 2026-02-09'],
      ),
    ).toEqual([['I', 'added', null, 'Setting name: Vale College Start date: 2026-02-09']]);
    const record = (id: string, text: string): Line[] => [
      `Outcome ID: ${id}`,
      'PfA category: Good health',
      `Outcome: ${text}`,
      'Target date: 2026-07-17',
    ];
    const [swim, tie] = ['Sam will swim ten metres alone.', 'Sam will tie both his laces.'];
    expect(told([E, ...record('1', swim), ...record('2', tie)], [E, ...record('7', swim)])).toEqual([
      ['E', 'removed', `PfA category: Good health Outcome: ${tie} Target date: 2026-07-17`, null],
    ]);
  });

  test('a row, gone or come, by itself', () => {
    const rows: Line[] = [
      { row: ['F1', TALK, 'Therapist', '30 minutes a week', 'Termly'] },
      { row: ['F2', CHECK, 'Teacher', 'Every lesson', 'Termly'] },
    ];
    const one: Line[] = [{ row: ['F1', CHECK, 'Teacher', 'Every lesson', 'Termly'] }];
    const text = `${TALK} | Therapist | 30 minutes a week | Termly`;
    expect(told([F, HEAD, ...rows], [F, HEAD, ...one])).toEqual([['F', 'removed', text, null]]);
    expect(told([F, HEAD, ...one], [F, HEAD, ...rows])).toEqual([['F', 'added', null, text]]);
  });

  test('two outcomes that share no more than their set phrases are two', () => {
    const outcome = (what: string): string => `By July 2027, Jonah will ${what}, on four days out of five.`;
    const kept = ['tie his laces in a double bow', 'ask a friend to play a board game'].map(outcome);
    const [old, young] = [outcome('pour a drink without a spill'), outcome('find his coat by its label')];
    expect(told([E, ...kept, old], [E, ...kept, young])).toEqual([
      ['E', 'removed', old, null],
      ['E', 'added', null, young],
    ]);
  });

  test('a sentence of a very long paragraph is shown alone; any other whole', () => {
    const long = `${READS} ${TIRES} ${ASKS} He enjoys stories about the sea, and can retell them with toys and drawings.`;
    const edit = (text: string): string => text.replace('half an hour', 'ten minutes');
    expect(told([B, long], [B, edit(long)])).toEqual([['B', 'changed', long, edit(long)]]);
    const page = [long, ...COUNTRIES.map((land) => `He can find ${land} on the globe and name a river of it.`)].join(
      ' ',
    );
    expect(told([B, page], [B, edit(page)])).toEqual([['B', 'changed', TIRES, edit(TIRES)]]);
    expect(told([C, 'He is well. He sees no one.'], [C, 'He is well. He sees a dentist.'])).toEqual([
      ['C', 'changed', 'He is well. He sees no one.', 'He is well. He sees a dentist.'],
    ]);
  });

  test('a placeholder and the school that takes its place are one change', () => {
    expect(told([I, 'Left blank in the draft.'], [I, 'Forge Lane Academy', 'A mainstream academy'])).toEqual([
      ['I', 'changed', 'Left blank in the draft.', 'Forge Lane Academy A mainstream academy'],
    ]);
  });

  test('“None.” and the provision that takes its place are one change', () => {
    expect(told([G, 'None.'], [G, 'A nurse will visit twice a term.'])).toEqual([
      ['G', 'changed', 'None.', 'A nurse will visit twice a term.'],
    ]);
  });

  test('a passage moved to another section: removed there, added here, and known to be the same', () => {
    const { differences, moved } = comparePlans(
      makePlan(F, TALK, CHECK, G, 'A nurse visits the school once in each half-term.'),
      makePlan(F, CHECK, G, 'A nurse visits the school once in each half-term.', TALK),
    );
    expect(differences.map(({ section: id, kind }) => [id, kind])).toEqual([
      ['F', 'removed'],
      ['G', 'added'],
    ]);
    expect(moved).toMatchObject([{ fromSection: 'F', toSection: 'G', text: TALK }]);
  });

  test('a paragraph that is there twice now', () => {
    expect(told([B, READS, ASKS], [B, READS, ASKS, READS])).toEqual([['B', 'added', null, READS]]);
  });

  test('spans point at the words shown', () => {
    const [draft, final] = [makePlan(B, READS, ASKS), makePlan(B, READS, ASKS.replace('seldom', 'never'))];
    const [difference] = comparePlans(draft, final).differences;
    const quote = (model: DocumentModel, spans: readonly Span[]): string =>
      spans
        .map(({ block, start, end }) => model.blocks.find(({ id }) => id === block)?.text.slice(start, end))
        .join(' ');
    expect(quote(draft, difference?.beforeSpans ?? [])).toBe(difference?.before);
    expect(quote(final, difference?.afterSpans ?? [])).toBe(difference?.after);
  });
});

describe('tracked changes of the final', () => {
  const by = { author: 'R. Fen', date: '2026-05-04T10:00:00Z' };

  test('prove that two passages with little in common are versions of one, and say who changed it', () => {
    const old = 'Support as needed from adults who know him.';
    const text = 'A teaching assistant works with him for two hours each morning, in class.';
    const final = makePlan(F, CHECK, {
      text,
      revisions: [
        { kind: 'deleted', start: 0, end: 0, text: old, ...by },
        { kind: 'inserted', start: 0, end: text.length, text, ...by },
      ],
    });
    expect(comparePlans(makePlan(F, CHECK, old), final).differences).toMatchObject([
      { kind: 'changed', before: old, after: text, tracked: by },
    ]);
  });

  test('say who took out what is gone', () => {
    const gone = 'Gym trail before school to improve balance.';
    const final = makePlan(F, {
      text: CHECK,
      revisions: [{ kind: 'deleted', start: CHECK.length, end: CHECK.length, text: gone, ...by }],
    });
    expect(comparePlans(makePlan(F, CHECK, gone), final).differences).toMatchObject([
      { kind: 'removed', before: gone, tracked: by },
    ]);
  });
});

describe('the summary', () => {
  test('counts by what was added, removed and changed', () => {
    const outcome = (what: string): string => `By July 2027, Jonah will ${what}.`;
    const { summary } = comparePlans(
      makePlan(B, READS, E, outcome('tie his own laces in a bow'), F, TALK),
      makePlan(
        B,
        READS.replace('simple', 'short'),
        E,
        outcome('tie his own laces in a bow'),
        outcome('pour drinks for two other people'),
        outcome('walk to the village shop with a friend'),
        F,
        TALK,
        CHECK,
      ),
    );
    expect(summary).toBe('Two outcomes and one provision were added, and one passage was changed.');
  });

  test('says so where nothing differs', () => {
    const plan = makePlan(B, READS, F, TALK);
    expect(comparePlans(plan, plan)).toEqual({ differences: [], moved: [], summary: 'No differences were found.' });
  });
});

describe('a form that is filled in', () => {
  const rows = (...pairs: string[][]): Line[] => pairs.map((row): Line => ({ row }));

  test('is told row by row, the first in the place of the note that stood there', () => {
    const note = 'This section must be left blank in a draft plan.';
    const form = rows(['Name', 'Canal Street School'], ['Type', 'Maintained primary school'], ['From', '1 May 2026']);
    const [first, ...others] = told([B, READS, I, note], [B, READS, I, ...form]);
    expect(first).toMatchObject(['I', 'changed', note, expect.stringContaining('Canal Street School')]);
    expect(others).toEqual([
      ['I', 'added', null, expect.stringContaining('Maintained primary school')],
      ['I', 'added', null, expect.stringContaining('1 May 2026')],
    ]);
  });

  test('where nothing stood before', () => {
    const form = rows(['Name', 'Gill Academy'], ['Type', 'Mainstream']);
    expect(told([B, READS, I], [B, READS, I, ...form])).toEqual([
      ['I', 'added', null, expect.stringContaining('Gill Academy')],
      ['I', 'added', null, expect.stringContaining('Mainstream')],
    ]);
  });
});

test('panels side by side, each under a heading of its own, are told line by line', () => {
  const cell = (column: number): NonNullable<Block['cell']> => ({
    table: 't1',
    row: 0,
    column,
    rowSpan: 1,
    columnSpan: 1,
    isHeader: false,
  });
  const likes = (drawing: string): DocumentModel => {
    const blocks: Omit<Block, 'id'>[] = [
      { kind: 'heading', level: 1, text: 'Section A: Views', page: null, runs: [] },
      { kind: 'heading', level: 3, text: 'What I like', page: null, runs: [], cell: cell(0) },
      { kind: 'paragraph', text: 'Cartwheels', page: null, runs: [], cell: cell(0) },
      { kind: 'paragraph', text: drawing, page: null, runs: [], cell: cell(0) },
      { kind: 'heading', level: 3, text: 'What people like about me', page: null, runs: [], cell: cell(1) },
      { kind: 'paragraph', text: 'She never gives up.', page: null, runs: [], cell: cell(1) },
    ];
    const numbered = blocks.map((block, index) => ({ id: `b${index + 1}`, ...block }));
    return understand({ format: 'docx', readerVersion: 1, pages: [], blocks: numbered, warnings: [] });
  };
  const { differences } = comparePlans(likes('Drawing mermaids'), likes('Drawing dragons'));
  expect(differences).toMatchObject([{ section: 'A', before: 'Drawing mermaids', after: 'Drawing dragons' }]);
});

test('which outcomes a row serves, by their numbers, is no difference of its own', () => {
  const heads = { row: ['Provision', 'Who', 'How often', 'Outcomes'], isHeader: true };
  const row = (text: string, outcomes: string): Line => ({ row: [text, 'Subject teachers', 'Every lesson', outcomes] });
  const whole = (links: string): DocumentModel =>
    makePlan(
      E,
      'Sam will read a page alone by July 2027.',
      F,
      heads,
      row('Instructions broken into steps, given in writing.', links),
      row('A planned movement break halfway through.', 'E1'),
    );
  expect(comparePlans(whole('E2'), whole('E2, E5')).differences).toEqual([]);
});
