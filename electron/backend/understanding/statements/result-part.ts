import { findAll, type Seen, wordPattern } from './word-pattern.ts';

/**
 * Places in a statement that tell of something else than the result: where the person stands now or what they hope
 * for, in a sentence or clause of its own; what goes before ("when her timetable is changed, …"); who wishes it ("we
 * would like …"). Code 9.66: the outcome is the benefit or difference itself.
 */
export function findContext(text: string): Seen[] {
  const clauses = findAll(text, CLAUSE);
  const results = clauses.filter(({ text: clause }) => RESULT.test(clause) && !NOW_OR_HOPE.test(clause));
  const context = results.length === 0 ? [] : clauses.filter((clause) => !results.includes(clause));
  return [...context, ...findAll(text, BEFORE_THE_RESULT), ...findAll(text, FRAME)];
}

/** "… so that he can eat in his own flat": why the result matters, not the result. */
export function findPurposes(text: string): Seen[] {
  return findAll(text, PURPOSE);
}

/** A sentence, or what a semicolon parts. A point inside a number or before a small letter ends nothing. */
const CLAUSE = /(?:[^.;]|\.(?!\s+["']?\p{Lu}|\s*$))+/gu;
const RESULT = /\b(?:will|shall|can|to|is able to)\b/iu;
const NOW_OR_HOPE =
  /^\s*(?!.*\bby (?:the end|\p{Lu}).*\b(?:will|shall)\b).*\b(?:currently|at present|at the moment|presently|so far|hopes?|dreams?|aspires?|ambition|(?:would|'d) (?:love|like)|wants?|wishes|loves?|enjoys|needs? to be|finds? it|struggles|cannot|can't|does not|doesn't)\b/iu;
const BEFORE_THE_RESULT =
  /(?:(?<=^\s*)|(?<=[,.;]\s*)|(?<=^\s*(?:by|at|before|in|from)\s[^,]{2,50}[,\s]\s*))(?:when(?:ever)?|once|if|after|now that|because|although|though|as|since|while|with|given|following|through|despite|using)\s(?!(?:he|she|they|i|you)\s(?:is|are|am)\s(?:ready|older|able))[^,;.]{3,90},(?=[^.;]*\b(?:will|can|shall|to)\b)/giu;
const FRAME = wordPattern(
  "(?<=^\\s*|\\.\\s*)(?:we|I|you|parents|(?:his |her |their |my )?(?:family|mum|dad|mother|father|parents|mum and dad)|[A-Z][\\p{L}'-]+(?:'s (?:parents|family|mother|father))?) (?:would (?:all )?(?:like|love)|want|wants|hope|hopes|wish|wishes)(?= (?:for )?(?:[\\p{L}'-]+ ){0,3}?to )",
);
const PURPOSE =
  /\b(?:so that|so as to|in order to|so (?:he|she|they|i|you) (?:can|is able|are able|am able|will be able)|so (?:the |all |other |his |her )?[\p{L}' -]{2,30}? (?:can|could|has|have|does|do|is|are) (?!to\b))\b[^.;]*/giu;
