/** Phrases that hedge an amount, a person or a time, and something else in certain company. */

/** What "up to" limits where it hedges: an amount of help. In "numbers up to 100" it says how far somebody counts. */
const AMOUNT_AFTER =
  /^\s*(?:a |an |the |one |two |three |four |five |six |seven |eight |nine |ten |twelve |\d[\d.,]*[- ]?)*(?:[\p{L}-]+ )?(?:minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|sessions?|times|visits?|lessons?|meetings?|terms?|half|twice|£|per ?cent|children|pupils|adults?|staff|x\b)/iu;

/** Whether words that read as vague are so where they stand: `start` and `end` are their range in `text`. */
export function isHedge(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end).toLowerCase().trim();
  if (words === 'up to') return AMOUNT_AFTER.test(text.slice(end)) && !isExtent(text.slice(0, start));
  // A young person's own choice is no doubt about what is provided.
  if (/^(?:if|when|where|as|should) (?:he|she|they|you|i|\p{L}+) (?:so )?(?:wish|choos|want|like|prefer)/u.test(words))
    return false;
  if (words === 'may') return !isPermission(text.slice(0, start), text.slice(end));
  return true;
}

/** "up to 20 sessions" offers; "numbers", "counts", "reads", "texts up to …" is what is learned. */
function isExtent(before: string): boolean {
  return /\b(?:numbers?|count(?:s|ing)?|values?|amounts?|sums|digits|aged?|ages|years?|year groups?)\s*$/iu.test(
    before,
  );
}

/** "that Tamsin may reach by herself", "he may leave": what the person is free to do; "he may need" stays in doubt. */
function isPermission(before: string, after: string): boolean {
  if (/^\s+(?:also |still |sometimes |well )?(?:need|require|benefit|receive|have|be|get|help)\b/iu.test(after))
    return false;
  return /\b(?:he|she|they|\p{Lu}\p{Ll}+)\s*$/u.test(before);
}
