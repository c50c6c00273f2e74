import { useEffect, useState } from 'react';

/** Rows of a table with a few controls each: so many are drawn and laid out well within 50 ms on a slow machine. */
const ROWS_AT_ONCE = 30;

/**
 * Of a long list the first rows at once and the others little by little, so that no key and no click waits for them. In
 * the end all of them stand on the page, to be searched and read out; whoever may have thousands shows fewer instead.
 */
export function useGradually<Item>(items: readonly Item[], atOnce = ROWS_AT_ONCE): readonly Item[] {
  const [shown, setShown] = useState(atOnce);
  const isWhole = shown >= items.length;
  useEffect(() => {
    if (isWhole) return undefined;
    const next = setTimeout(() => {
      setShown(shown + atOnce);
    });
    return () => {
      clearTimeout(next);
    };
  }, [isWhole, shown, atOnce]);
  return isWhole ? items : items.slice(0, shown);
}
