import type { CountNode } from './count-system.ts';

/**
 * Zeros that tell of a group that is not told of (group attribution). "Good or better 0, below c, all c" hides how many
 * there were and says all the same that every one of them was below: whoever knows of one of them has learnt its grade.
 * So a zero is hidden with the total that it is a part of, in rows, columns and sub-totals alike. It may not be worked
 * out either, nor may one that no table shows, nor that nothing is left of a share.
 *
 * A zero is shown where it is said of a group that is told of. Its total is shown, and holds the hidden one: none of 13
 * plans was outstanding, so none of the three that were good or better. Or the hidden one is no small group, and another
 * total of the zero is shown. Or a shown 0 holds it.
 *
 * That all of a shown group are of one kind is no secret, not even of five to nine: field brief §16.4 hides counts of 1
 * to 4, and shows 0 unless the user chooses otherwise, who then hides every 0, or takes a higher threshold.
 */
export interface GroupAttribution {
  /** Whether it is a zero that must not be known. */
  isTold: (count: CountNode) => boolean;
  /**
   * The zeros among an open count's parts that must not be known, whether shown or not. Sets what a reader may assume of
   * the others: where zeros are hidden, a hidden count may be one of them.
   */
  revise: (total: CountNode) => CountNode[];
  /** Whether it is 0 since a shown 0 holds it: that is told of a larger group, whatever was hidden of this one. */
  isOfShownZero: (count: CountNode) => boolean;
  /** Opens a count, which hides it, and the zeros that would tell of it; gives all that were opened. */
  open: (count: CountNode) => CountNode[];
}

/** @param threshold of the rule: a group of so many is not small */
export function groupAttribution(threshold: number): GroupAttribution {
  return { isTold, isOfShownZero, revise, open };

  function open(start: CountNode): CountNode[] {
    start.isOpen = true;
    const opened = new Set([start]);
    for (const count of opened) {
      for (const zero of revise(count)) {
        if (zero.isOpen) continue;
        zero.isOpen = true;
        opened.add(zero);
      }
    }
    for (const count of opened) raise(count);
    return [...opened];
  }

  function revise(total: CountNode): CountNode[] {
    const parts = partsOf(total);
    for (const part of parts) if (isWhereZerosAreHidden(part)) part.low = part.floor;
    return parts.filter(isTold);
  }

  function isTold(count: CountNode): boolean {
    return count.n === 0 && !count.isOut && isWhereZerosAreHidden(count) && !isOfShownZero(count);
  }

  function isOfShownZero(count: CountNode): boolean {
    return count.n === 0 && totalsOver(count).some(isShownZero);
  }

  /** One of its totals is hidden, and it is not said of any other group. */
  function isWhereZerosAreHidden(count: CountNode): boolean {
    const totals = totalsOver(count);
    const hidden = totals.filter(isHidden);
    if (hidden.length === 0) return false;
    const shown = new Set(totals.filter(({ isOpen, n }) => !isOpen && n !== 0));
    if (shown.size === 0) return true;
    return hidden.some((total) => isSmall(total) && !isWithin(total, shown));
  }

  /** A shown zero under a hidden total says that the group is no small one. */
  function raise(total: CountNode): void {
    if (isSmall(total) || !isHidden(total)) return;
    const isSaid = partsOf(total).some((part) => part.n === 0 && !part.isOpen);
    if (isSaid) total.low = Math.max(total.low, threshold);
  }

  function isSmall({ n }: CountNode): boolean {
    return n !== null && n < threshold;
  }
}

/** Totals over a count, wholes of which it is a share among them. */
function totalsOver({ members }: CountNode): CountNode[] {
  return members
    .filter(({ sign }) => sign < 0)
    .flatMap(({ relation }) => relation.members.filter(({ sign }) => sign > 0).map(({ count }) => count));
}

function partsOf({ members }: CountNode): CountNode[] {
  return members
    .filter(({ sign }) => sign > 0)
    .flatMap(({ relation }) => relation.members.filter(({ sign }) => sign < 0).map(({ count }) => count));
}

/** In this edition, or in one before that readers have. */
export function isHidden({ isOpen, isToldHidden, origin }: CountNode): boolean {
  return isOpen && (origin === 'table' || isToldHidden);
}

function isShownZero({ isOpen, n }: CountNode): boolean {
  return !isOpen && n === 0;
}

/** Whether a count is a part, or a part's part, of one of these. */
function isWithin(count: CountNode, wholes: ReadonlySet<CountNode>): boolean {
  const above = new Set([count]);
  for (const each of above) {
    for (const total of totalsOver(each)) {
      if (wholes.has(total)) return true;
      above.add(total);
    }
  }
  return false;
}
