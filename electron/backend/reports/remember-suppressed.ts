import type { CountedTables } from '../../../shared/domain/report/count-table.ts';
import type { SuppressionOptions } from '../../../shared/domain/report/primary-suppression.ts';
import { disclosures, suppress } from '../../../shared/domain/report/suppression.ts';
import { digestOf } from '../trail/trail.ts';

/** So many reports' figures are kept: both editions of a half-term or two, by the usual and the careful threshold. */
const MOST_KEPT = 4;

/**
 * Hides small counts. Every word that is saved makes the report anew, with the same counts: what is hidden of them is not
 * looked for again. By a digest of all that it depends on, the latest of them.
 */
export function rememberSuppressed(): typeof suppressAndCheck {
  const kept = new Map<string, Suppressed>();
  return (counted, options) => {
    const { known, knownHidden, ...rule } = options;
    const key = digestOf(JSON.stringify([counted, rule, [...known], [...knownHidden]]));
    const found = kept.get(key) ?? suppressAndCheck(counted, options);
    kept.delete(key);
    kept.set(key, found);
    for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
    return found;
  };
}

interface Suppressed {
  shown: CountedTables;
  givenAway: () => readonly string[];
}

/**
 * Counts as they may be published, and what these give away all the same, but for what an earlier edition shows in print.
 * Whatever else the check names is taken for a leak, even where it says that hiding more would not help: what cannot be
 * protected is not published.
 */
function suppressAndCheck(counted: CountedTables, options: SuppressionOptions): Suppressed {
  const shown = suppress(counted, options);
  let found: string[] | null = null;
  return {
    shown,
    givenAway: () =>
      (found ??= disclosures(counted, shown, options)
        .map(({ key }) => key)
        .filter((key) => !key.split(' less ').every((part) => options.known.has(part)))),
  };
}
