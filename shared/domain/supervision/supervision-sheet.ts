import { count, formatDate } from '../calendar-date.ts';
import { withoutAccents } from '../names.ts';
import {
  type Cut,
  fitted,
  item,
  type OnePageItem,
  type OnePagePaper,
  type OnePagePart,
  part,
  shortened,
} from '../one-page.ts';
import { initialsOf } from '../register/register-rows.ts';
import { formatTime } from '../report/report-words.ts';
import { type ShareCount, sharesInWords } from './supervision-causes.ts';
import type { Excerpt, Point, Strength } from './supervision-findings.ts';

/**
 * The supervision sheet as a paper of one page: its texts are as long as the page holds; the screen shows them in full.
 */
const MOST_PLANS = 5;
const MOST_AGREED = 4;
/** Characters that stand on one line, with a word or two before them. */
const ONE_LINE = 84;
/** Characters: of names whatever else is on the page, of texts where the page is as full as usual. */
const LONGEST = { name: 50, plan: 36, criterion: 140, quote: 130, comment: 110, good: 170, agreed: 110, ownView: 260 };
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

/** 'supervision-sheet-AF-2026-11-09.docx': to be told from a colleague's, without a name for others to read. */
export function sheetFileName(caseworker: string, day: string): string {
  const initials = withoutAccents(initialsOf(caseworker))
    .replaceAll(/[^a-z]/g, '')
    .toUpperCase();
  return `${['supervision-sheet', initials, day].filter((part) => part !== '').join('-')}.docx`;
}

/** Strengths first; names the caseworker, whose sheet it is, and no child and no auditor. */
export function sheetPaper(input: SheetInput): OnePagePaper {
  return fitted((cut) => paperOf(input, cut));
}

function paperOf(input: SheetInput, cut: Cut): OnePagePaper {
  const [now, before] = input.notes;
  const author = shortened(input.author, LONGEST.name);
  const caseworker = shortened(input.caseworker, LONGEST.name);
  return {
    title: 'Supervision sheet',
    subtitle: input.team === '' ? caseworker : `${caseworker}, ${shortened(input.team, LONGEST.name)}`,
    marking: 'Official – sensitive',
    foot: formatTime(input.madeAt),
    details: `${shortened(input.partnership, LONGEST.name)}. Made by ${author}, ${formatTime(input.madeAt)}. For the caseworker and their manager.`,
    parts: [
      part(plansHeading(input), plansOf(input)),
      part('Strengths', strengthsOf(input.strengths, cut)),
      part('To work on', pointsOf(input.points, cut)),
      part('Whose the shortfalls are', [item('', sharesInWords(input.shares))]),
      ...(before === undefined ? [] : [agreedPart('Agreed the time before', before, cut)]),
      now === undefined
        ? part('Agreed actions, and the day to look again', [], LINES_TO_WRITE_ON + 1)
        : agreedPart('Agreed', now, cut),
      ownView(input.replies, cut),
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
          shortened(name, LONGEST.plan),
          `${shortened(halfTerm, LONGEST.plan)}: ${shortened(grade ?? 'no overall grade, a part was audited', LONGEST.plan)}, ${isModerated ? 'agreed by the panel' : 'one auditor, not moderated'}`,
        ),
      ),
    item('', `Criteria met in these plans: ${criteriaMet}.`),
  ];
}

function strengthsOf(strengths: readonly Strength[], cut: Cut): OnePageItem[] {
  if (strengths.length === 0) return [item('', 'None can be named yet: no criterion was met with words to show it.')];
  return strengths.map(({ text, met, applicable, excerpts }) =>
    item(
      `Met in ${met} of ${count(applicable, 'plan')}.`,
      cut(text, LONGEST.criterion, ONE_LINE),
      excerpts.slice(0, 1).map((excerpt) => excerptWords(excerpt, cut)),
    ),
  );
}

function pointsOf(points: readonly Point[], cut: Cut): OnePageItem[] {
  if (points.length === 0) return [item('', 'Nothing was found wanting for a cause that is the writer’s.')];
  return points.map(({ text, missed, applicable, isCauseKnown, causes, excerpts, whatGoodLooksLike }) =>
    item(
      `Not fully met in ${missed} of ${count(applicable, 'plan')} (${isCauseKnown ? causes.join(', ').toLowerCase() : 'cause not known: talk about it first'}).`,
      cut(text, LONGEST.criterion),
      [
        ...excerpts.slice(0, 1).map((excerpt) => excerptWords(excerpt, cut)),
        ...(whatGoodLooksLike === ''
          ? []
          : [`What good looks like: ${cut(whatGoodLooksLike, LONGEST.good, ONE_LINE)}`]),
      ],
    ),
  );
}

/** 'FM-001, final: “…” – comment', or where the words were looked for in vain. */
function excerptWords(excerpt: Excerpt, cut: Cut): string {
  return `${shortened(excerpt.plan, LONGEST.plan)}: ${excerptText(excerpt, cut)}`;
}

/** Without the plan, where the paper is about one alone. */
export function excerptText({ quote, absentIn, comment }: Excerpt, cut: Cut): string {
  const shown =
    quote !== null
      ? `“${cut(quote, LONGEST.quote)}”`
      : absentIn.length > 0
        ? cut(`Absent from ${absentIn.length === 1 ? 'Section' : 'Sections'} ${absentIn.join(', ')}`, LONGEST.quote)
        : '';
  const said = comment === '' ? '' : cut(comment, LONGEST.comment);
  return [shown, said].filter((words) => words !== '').join(' – ');
}

function agreedPart(heading: string, note: SheetInput['notes'][number], cut: Cut): OnePagePart {
  const { heldOn, words, agreed, lookAgainOn } = note;
  const again = lookAgainOn === null ? '' : `; look again on ${formatDate(lookAgainOn)}`;
  const left = agreed.length - MOST_AGREED;
  return part(`${heading}, ${formatDate(heldOn)}${again}`, [
    ...agreed
      .slice(0, MOST_AGREED)
      .map((point) => item(point.isDone ? 'Done:' : 'Open:', cut(point.words, LONGEST.agreed, ONE_LINE))),
    ...(left > 0 ? [item('', `and ${left} more, kept in the notes.`)] : []),
    ...(agreed.length === 0 ? [item('', cut(words, LONGEST.ownView))] : []),
  ]);
}

function ownView(replies: SheetInput['replies'], cut: Cut): OnePagePart {
  const [last] = replies;
  if (last === undefined) return part('The caseworker’s own view', [], LINES_TO_WRITE_ON);
  const about = last.plan === null ? '' : `On ${shortened(last.plan, LONGEST.plan)}: `;
  const by = last.enteredFor === null ? '' : ` (Entered for them by ${shortened(last.enteredFor, LONGEST.name)}.)`;
  return part(
    'The caseworker’s own view',
    [
      item('', `${about}${cut(last.words, LONGEST.ownView)}${by}`, [
        last.answer === null
          ? 'Waits for the chair’s answer.'
          : `The chair: ${cut(last.answer, LONGEST.quote, ONE_LINE)}`,
      ]),
    ],
    1,
  );
}
