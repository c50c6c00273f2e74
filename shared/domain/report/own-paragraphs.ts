/** Heads the own words for which the summary's page has no room. */
export const CONTINUED_TITLE = 'Summary, continued';
export const CONTINUED_ID = 'summary-continued';
/** Stands on that page where they break off. */
export const CONTINUED_WORDS = `Continued after this page, under “${CONTINUED_TITLE}”.`;

/** A person's own words as they are printed: an empty line begins a new paragraph. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((words) => words.trim())
    .filter((words) => words !== '');
}
