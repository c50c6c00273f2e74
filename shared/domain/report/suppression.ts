import { type CountNode, type CountSystem, countSystem } from './count-system.ts';
import { countsByKey, type CountedTables } from './count-table.ts';
import { groupAttribution, type GroupAttribution, isHidden } from './group-attribution.ts';
import { applyRule, type SuppressionOptions } from './primary-suppression.ts';
import { canBeHidden, protect, unprotected } from './secondary-suppression.ts';

/**
 * Disclosure control of the publishable edition (field brief §16.4), in the usual two steps: small counts are hidden,
 * and then as many others as it takes that no hidden count can be worked out from what is left.
 *
 * A reader is taken to know every count that is shown, here and in earlier editions, every sum, that counts are whole
 * and never under 0, that no share is larger than its whole, and that a hidden count is not 0 where zeros are shown. A
 * count is protected if there is a second set of counts, not to be told from the true one by any of this, in which it
 * differs. Every protected count has one: it is looked for, and more is hidden until it is found. Protected are the
 * hidden counts and the zeros that would tell what everyone in a hidden group has in common (`groupAttribution`).
 *
 * What it covers: sums within and between all tables of one report, with those that no table shows; what is left of
 * shares; earlier editions and what was given to services, count by count. Reports take small things together before
 * (`coarsen`) and count half-terms together in periods that never overlap (`publicationPeriods`), and each plan once, as
 * it was when it was first told of (`toldOnce`): counts of plans are the same in every edition, so that two of them have
 * no difference. What may differ is what is counted anew: actions, advice, what moderation and the register have.
 *
 * What it does not cover: that somebody knows the plans themselves, or others' words about them; the order in which
 * named criteria stand; and how likely a hidden count is, where it can be none of several but one of them is likelier.
 *
 * What came hidden stays hidden. Throws a RangeError on a threshold out of range, and where the tables contradict
 * themselves.
 */
export function suppress(counted: CountedTables, options: SuppressionOptions): CountedTables {
  const { system, primary } = readSystem(counted, options);
  const attribution = groupAttribution(options.threshold);
  const hidden = new Set(system.counts.filter(isHiddenInTable));
  for (const count of primary) if (count.origin === 'table') hidden.add(count);
  for (const count of hidden) count.isOpen = !count.isOut;
  for (const count of system.counts.filter(isHidden)) attribution.open(count);
  protect(system, wantedHidden(system, primary, attribution), attribution);
  for (const count of system.counts.filter(isHiddenInTable)) hidden.add(count);
  const keys = new Set([...hidden].map(({ key }) => key));
  return {
    sums: counted.sums,
    tables: counted.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        counts: row.counts.map((count) => (keys.has(count.key) ? { ...count, n: null } : count)),
      })),
    })),
  };
}

/** A count that a set of tables gives away. */
export interface Disclosure {
  /** 'a less b' where it is what is left of a share's whole. */
  key: string;
  how: 'shown' | 'worked_out';
  /** Earlier editions give it away by themselves, so that hiding more in this one would not help. */
  isOutAlready: boolean;
}

/**
 * What tables that are about to be published give away, looked at anew as they stand; nothing where they are fit to be
 * published, or where all that is named is out already. Errs to the safe side: a count is also named where no second
 * set of counts was found in a bounded search.
 *
 * @param counted the same tables with nothing hidden, as they were given to `suppress`
 */
export function disclosures(
  counted: CountedTables,
  published: CountedTables,
  options: SuppressionOptions,
): Disclosure[] {
  const { system, primary } = readSystem(counted, options);
  const shown = countsByKey(published.tables);
  for (const count of system.counts) {
    if (count.origin === 'table') count.isOpen = !count.isOut && (shown.get(count.key) ?? null) === null;
  }
  const attribution = groupAttribution(options.threshold);
  const zeros = system.counts.filter(isHidden).flatMap((count) => attribution.open(count));
  const given = [...new Set([...primary, ...zeros])].filter(
    ({ key, origin }) => origin === 'table' && (shown.get(key) ?? null) !== null,
  );
  const workedOut = unprotected(system, wantedHidden(system, primary, attribution));
  for (const count of system.counts) if (canBeHidden(count)) count.isOpen = true;
  const outAlready = new Set(unprotected(system, workedOut));
  // That nothing is left of a group, as an earlier edition said: it is no count that this one would give away.
  const isZeroOut = (count: CountNode) =>
    count.n === 0 && count.origin !== 'table' && !primary.has(count) && outAlready.has(count);
  return [
    ...given.map(({ key, isOut }): Disclosure => ({ key, how: 'shown', isOutAlready: isOut })),
    ...workedOut
      .filter((count) => !isZeroOut(count))
      .map((count): Disclosure => ({
        key: count.key,
        how: 'worked_out',
        isOutAlready: outAlready.has(count),
      })),
  ];
}

function readSystem(
  counted: CountedTables,
  options: SuppressionOptions,
): { system: CountSystem; primary: ReadonlySet<CountNode> } {
  const system = countSystem(counted, (key) => options.known.has(key) || options.knownHidden.has(key));
  const primary = applyRule(system, options);
  for (const count of system.counts) if (count.isOut) count.isOpen = false;
  return { system, primary };
}

/** Open counts that must not be worked out: all that tables hide, and what no table shows where the rule says so. */
function wantedHidden(
  { counts }: CountSystem,
  primary: ReadonlySet<CountNode>,
  attribution: GroupAttribution,
): CountNode[] {
  return counts.filter((count) => {
    if (!count.isOpen || attribution.isOfShownZero(count)) return false;
    if (isHiddenInTable(count)) return true;
    return (
      (primary.has(count) && !(count.share?.n.isOut === true && count.share.of.isOut)) || attribution.isTold(count)
    );
  });
}

function isHiddenInTable({ origin, isOpen }: CountNode): boolean {
  return origin === 'table' && isOpen;
}
