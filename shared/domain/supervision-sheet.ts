import { count, formatDate } from './calendar-date.ts';
import { item, type OnePageItem, type OnePagePaper, type OnePagePart, part, shortened } from './one-page.ts';
import { formatTime } from './report-words.ts';
import { type ShareCount, sharesInWords } from './supervision-causes.ts';
import type { Excerpt, Point, Strength } from './supervision-findings.ts';

/**
 * The supervision sheet as a paper of one page. Its limits are what a page of A4 holds when every part is as long as it may
 * be; the screen shows everything in full.
 */
const MOST_PLANS = 5;
const MOST_AGREED = 4;
const LONGEST = { criterion: 140, quote: 130, comment: 110, good: 170, agreed: 110, ownView: 260 };
const LINES_TO_WRITE_ON = 2;

export interface SheetInput {
  caseworker: string;
  team: string;
  partnership: string;
  author: string;
  /** ISO time. */
  madeAt: string;
  plans: readonly { name: string; halfTerm: string; grade: string | null; isModerated: boolean }[];
  earlier: number;
  /** '41 of 52' */
  criteriaMet: string;
  strengths: readonly Strength[];
  points: readonly Point[];
  shares: readonly ShareCount[];
  /** Latest first. */
  notes: readonly {
    heldOn: string;
    words: string;
    agreed: readonly { words: string; isDone: boolean }[];
    lookAgainOn: string | null;
  }[];
  /** Latest first. */
  replies: readonly { words: string; plan: string | null; enteredFor: string | null; answer: string | null }[];
}

/** Strengths first; names the caseworker, whose sheet it is, and no child and no auditor. */
export function sheetPaper(input: SheetInput): OnePagePaper {
  const [now, before] = input.notes;
  return {
    title: 'Supervision sheet',
    subtitle: input.team === '' ? input.caseworker : `${input.caseworker}, ${input.team}`,
    marking: 'Official – sensitive',
    foot: formatTime(input.madeAt),
    details: `${input.partnership}. Made by ${input.author}, ${formatTime(input.madeAt)}. For the caseworker and their manager.`,
    parts: [
      part(plansHeading(input), plansOf(input)),
      part('Strengths', strengthsOf(input.strengths)),
      part('To work on', pointsOf(input.points)),
      part('Whose the shortfalls are', [item('', sharesInWords(input.shares))]),
      ...(before === undefined ? [] : [agreedPart('Agreed the time before', before)]),
      now === undefined
        ? part('Agreed actions, and the day to look again', [], LINES_TO_WRITE_ON + 1)
        : agreedPart('Agreed', now),
      ownView(input.replies),
    ],
  };
}

function plansHeading({ plans, earlier }: SheetInput): string {
  const more = earlier === 0 ? '' : `; ${earlier} more in two years`;
  return plans.length === 0 ? 'Audited plans' : `The last ${count(plans.length, 'audited plan')}${more}`;
}

function plansOf({ plans, criteriaMet }: SheetInput): OnePageItem[] {
  if (plans.length === 0) return [item('', 'No plan of theirs has a settled result yet.')];
  return [
    ...plans
      .slice(0, MOST_PLANS)
      .map(({ name, halfTerm, grade, isModerated }) =>
        item(
          shortened(name, 40),
          `${halfTerm}: ${grade ?? 'no overall grade, a part was audited'}, ${isModerated ? 'agreed by the panel' : 'one auditor, not moderated'}`,
        ),
      ),
    item('', `Criteria met in these plans: ${criteriaMet}.`),
  ];
}

function strengthsOf(strengths: readonly Strength[]): OnePageItem[] {
  if (strengths.length === 0) return [item('', 'None can be named yet: no criterion was met with words to show it.')];
  return strengths.map(({ text, met, applicable, excerpts }) =>
    item(
      `Met in ${met} of ${count(applicable, 'plan')}.`,
      shortened(text, LONGEST.criterion),
      excerpts.slice(0, 1).map(excerptWords),
    ),
  );
}

function pointsOf(points: readonly Point[]): OnePageItem[] {
  if (points.length === 0) return [item('', 'Nothing was found wanting for a cause that is the writer’s.')];
  return points.map(({ text, missed, applicable, isCauseKnown, causes, excerpts, whatGoodLooksLike }) =>
    item(
      `Not fully met in ${missed} of ${count(applicable, 'plan')} (${isCauseKnown ? causes.join(', ').toLowerCase() : 'cause not known: talk about it first'}).`,
      shortened(text, LONGEST.criterion),
      [
        ...excerpts.slice(0, 1).map(excerptWords),
        ...(whatGoodLooksLike === '' ? [] : [`What good looks like: ${shortened(whatGoodLooksLike, LONGEST.good)}`]),
      ],
    ),
  );
}

/** 'FM-001, final: “…” – comment', or where the words were looked for in vain. */
export function excerptWords({ plan, quote, absentIn, comment }: Excerpt): string {
  const shown =
    quote !== null
      ? `“${shortened(quote, LONGEST.quote)}”`
      : absentIn.length > 0
        ? `Absent from ${absentIn.length === 1 ? 'Section' : 'Sections'} ${absentIn.join(', ')}`
        : '';
  const said = comment === '' ? '' : shortened(comment, LONGEST.comment);
  return `${shortened(plan, 40)}: ${[shown, said].filter((words) => words !== '').join(' – ')}`;
}

function agreedPart(heading: string, note: SheetInput['notes'][number]): OnePagePart {
  const { heldOn, words, agreed, lookAgainOn } = note;
  const again = lookAgainOn === null ? '' : `; look again on ${formatDate(lookAgainOn)}`;
  const left = agreed.length - MOST_AGREED;
  return part(`${heading}, ${formatDate(heldOn)}${again}`, [
    ...agreed
      .slice(0, MOST_AGREED)
      .map((point) => item(point.isDone ? 'Done:' : 'Open:', shortened(point.words, LONGEST.agreed))),
    ...(left > 0 ? [item('', `and ${left} more, kept in the notes.`)] : []),
    ...(agreed.length === 0 ? [item('', shortened(words, LONGEST.ownView))] : []),
  ]);
}

function ownView(replies: SheetInput['replies']): OnePagePart {
  const [last] = replies;
  if (last === undefined) return part('The caseworker’s own view', [], LINES_TO_WRITE_ON);
  const about = last.plan === null ? '' : `On ${last.plan}: `;
  const by = last.enteredFor === null ? '' : ` (Entered for them by ${last.enteredFor}.)`;
  return part(
    'The caseworker’s own view',
    [
      item('', `${about}${shortened(last.words, LONGEST.ownView)}${by}`, [
        last.answer === null ? 'Waits for the chair’s answer.' : `The chair: ${shortened(last.answer, LONGEST.quote)}`,
      ]),
    ],
    1,
  );
}
