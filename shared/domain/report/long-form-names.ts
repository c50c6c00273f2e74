/**
 * What the names in a report say, spelled out for the long form, so that the rows of many half-terms can be put under one
 * another and picked by column rather than by parts of a name.
 */

/** A table by what it shows, the same in every report, and what it shows that of. */
export interface TableName {
  /** 'standards', 'agreement', 'measure-milestones' */
  table: string;
  /** 'final-new', a measure's or a round's id, half-terms counted together; empty where there is one such table. */
  tableOf: string;
}

const OF_PLANS = /^(?<kind>.+?)-(?<of>(?:draft|final)(?:-.+?)?)(?<end>-together)?$/;
const OF_A_ROUND = /^(?<kind>agreement|disputed)-(?<of>.+)$/;
const OF_A_MEASURE = /^(?<kind>measure)-(?<of>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?<end>-[a-z-]+)?$/;

/** 'standards-final-new' → standards of final-new; a name without anything of its own stays as it is. */
export function tableNameOf(id: string): TableName {
  const found = (OF_A_MEASURE.exec(id) ?? OF_A_ROUND.exec(id) ?? OF_PLANS.exec(id))?.groups;
  if (found === undefined) return { table: id, tableOf: '' };
  return { table: `${found['kind'] ?? ''}${found['end'] ?? ''}`, tableOf: found['of'] ?? '' };
}

const HALF_TERMS = /^\d{4}-\d{2}\.\d{1,2}(?:_\d{4}-\d{2}\.\d{1,2})*$/;

/** The half-terms that a count is of, by its key: '2026-27/2', or '2026-27/1 to 2026-27/2'; empty where it names none. */
export function countedIn(key: string): string {
  const ids = key
    .split('/', 2)
    .find((part) => HALF_TERMS.test(part))
    ?.split('_');
  const [first, last] = [ids?.[0], ids?.at(-1)].map((id) => id?.replace('.', '/'));
  if (first === undefined || last === undefined) return '';
  return first === last ? first : `${first} to ${last}`;
}

/** The round that a count is of, by its key; empty where it is of none by itself. */
export function roundIn(key: string): string {
  const [begin, id] = key.split('/', 2);
  return begin === 'round' ? (id ?? '') : '';
}

/** What plans a count is of; all empty where it is of no population of plans. */
export interface PlansCounted {
  /** draft, final, or both with a plus between them. */
  stage: string;
  /** new, amended, transferred_in, … */
  planType: string;
  /** How they came into the sample: random, thematic, risk_based, not_drawn. */
  sample: string;
  /** In plain words; empty where the sample has none. */
  theme: string;
}

const POPULATION = /^(?<stage>draft|final)-(?<type>[a-z_-]+)$/;
const CHOSEN = ['thematic', 'risk-based', 'not-drawn'];

/** '2026-27.2/final-new~thematic-year-9/…' → finals, new, of a thematic sample on Year 9. */
export function plansCountedIn(key: string): PlansCounted {
  const [kinds = '', chosen] = (key.split('/', 2)[1] ?? '').split('~');
  const found = kinds.split('+').map((kind) => POPULATION.exec(kind)?.groups);
  if (countedIn(key) === '' || found.includes(undefined)) return { stage: '', planType: '', sample: '', theme: '' };
  const all = (name: string) => [...new Set(found.map((groups) => groups?.[name] ?? ''))].join('+');
  const sample = chosen === undefined ? 'random' : (CHOSEN.find((kind) => chosen.startsWith(kind)) ?? chosen);
  return {
    stage: all('stage'),
    planType: all('type'),
    sample: sample.replaceAll('-', '_'),
    theme: (chosen ?? '').slice(chosen === undefined ? 0 : sample.length + 1).replaceAll('-', ' '),
  };
}
