import { tableNameOf } from '../../../shared/domain/report/long-form-names.ts';

/** Excel allows 31 characters in a sheet's name, and not these. */
const LONGEST_NAME = 31;
const FORBIDDEN = /[\\/?*[\]:'’“”]/g;

/** What a table shows, in so few letters that whose figures they are has room beside it. */
const SHORT: Readonly<Record<string, string>> = {
  'actions-by-level': 'Actions by level',
  'actions-open': 'Open actions',
  advice: 'Advice by agency',
  agencies: 'Agency',
  ages: 'Ages',
  agreement: 'Agreement',
  areas: 'Areas',
  causes: 'Causes',
  changed: 'Grades moved',
  criteria: 'Criteria',
  developmental: 'Not due',
  disputed: 'Answered differently',
  escalations: 'Escalations',
  'grades-now': 'Grades',
  'left-out': 'Left out of the draw',
  'make-up': 'Make-up',
  'make-up-few': 'Make-up, small groups',
  'measure-milestones': 'Milestones',
  'measure-percentages': 'Shares alone',
  'measures-overview': 'Targets and owners',
  'measures-standing': 'Measures',
  met: 'Met',
  missed: 'Missed',
  overall: 'Overall',
  pfa: 'PfA',
  're-audits': 'Re-audits',
  rounds: 'Rounds',
  standards: 'Standard',
  standing: 'How grades came about',
  training: 'Train',
  trend: 'Trend',
  'trend-together': 'Together',
};

/** Words that a name does not end with. */
const HANGING = new Set([
  'a',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'most',
  'of',
  'on',
  'or',
  'that',
  'the',
  'this',
  'to',
  'was',
  'what',
  'with',
]);

/** A table that is to have a sheet. */
export interface NamedTable {
  id: string;
  caption: string;
  /** Stands first: '10' where paper has it as Table 10, 'E' where it has none and is of Annex E. */
  number: string;
}

/**
 * Names of sheets, '10 Standard final new': each its own, told apart by its end as well as by its number, and within what
 * Excel takes. The first sheet is the contents.
 */
export function sheetNames(tables: readonly NamedTable[]): string[] {
  const used = new Set<string>(['contents']);
  return tables.map((table) => {
    const base = nameOf(table);
    let name = base;
    for (let again = 2; used.has(name.toLowerCase()); again += 1) {
      const end = ` ${again}`;
      name = base.slice(0, LONGEST_NAME - end.length).trim() + end;
    }
    used.add(name.toLowerCase());
    return name;
  });
}

function nameOf({ id, caption, number }: NamedTable): string {
  const { table, tableOf } = tableNameOf(id);
  const isPlans = /^(?:draft|final)-/.test(tableOf);
  const short = SHORT[table];
  const words = isPlans
    ? `${short ?? caption.split(':')[0] ?? ''} ${plansWords(tableOf)}`
    : table === 'measure'
      ? afterHead(caption)
      : table.startsWith('measure-')
        ? `${short ?? ''} ${afterHead(afterHead(caption))}`
        : (short ?? caption);
  return shortened(`${number} ${words.replaceAll(FORBIDDEN, '')}`);
}

/** 'final-amended-thematic-year-9' → 'final amended theme year 9'; '…-2026-27-2' → '… 2026-27 2' */
function plansWords(tableOf: string): string {
  return tableOf
    .replaceAll(/-(\d{4})-(\d{2})-(\d)/g, ' $1_$2 $3')
    .replace('-thematic', '-theme')
    .replaceAll('-', ' ')
    .replaceAll('_', '-');
}

/** 'Recovery plan: new plans good or better' → 'new plans good or better' */
function afterHead(caption: string): string {
  const at = caption.indexOf(': ');
  return at === -1 ? caption : caption.slice(at + 2);
}

/** Cut between words where it must be, and not after one that waits for the next. */
function shortened(text: string): string {
  const whole = text.replaceAll(/\s+/g, ' ').trim();
  if (whole.length <= LONGEST_NAME) return whole;
  const words = whole
    .slice(0, LONGEST_NAME + 1)
    .split(' ')
    .slice(0, -1);
  while (words.length > 2 && HANGING.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  return words.join(' ').replace(/[,;]$/, '').slice(0, LONGEST_NAME);
}
