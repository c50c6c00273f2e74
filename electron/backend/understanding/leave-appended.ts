import type { Candidate } from './candidate.ts';

/** An appendix that comes behind so many headed sections comes behind the plan. */
const SECTIONS_OF_A_PLAN = 8;
/** So many sections named again begin a paper with sections of its own; one alone may be a continuation sheet. */
const SECTIONS_OF_A_PAPER = 2;
const PLAIN_TITLE = 0.7;
const APPENDIX = /^(?:appendix|annexe?|attachment|enclosure)\b/i;

/**
 * Leaves out the headings of papers appended behind the plan: a psychologist's report has a "Section B: Assessment" or
 * "Outcomes" of its own. They are told by standing under an appendix's heading and naming sections that the plan has headed
 * before; one that is new there is the plan's. Candidates must be in reading order.
 */
export function leaveAppended(found: readonly Candidate[]): Candidate[] {
  const headed = new Set<string>();
  const left = new Set<Candidate>();
  let paper: Candidate[] | null = null;
  const close = (): void => {
    const own = paper ?? [];
    if (new Set(own.flatMap(lettersOf)).size >= SECTIONS_OF_A_PAPER) for (const each of own) left.add(each);
    paper = null;
  };
  for (const each of found) {
    if (isAppendix(each)) {
      close();
      if (headed.size >= SECTIONS_OF_A_PLAN) paper = [];
    } else if (each.isAnnex === true) close();
    else if (names(each)) {
      const isKnown = lettersOf(each).every((letter) => headed.has(letter));
      if (paper !== null && isKnown) paper.push(each);
      else {
        close();
        for (const letter of lettersOf(each)) headed.add(letter);
      }
    }
  }
  close();
  return found.filter((each) => !left.has(each));
}

function isAppendix({ isOther, place, blocks: [block] }: Candidate): boolean {
  return isOther && place === 'flow' && APPENDIX.test(block?.text ?? '');
}

function names({ isOther, mark }: Candidate): boolean {
  if (isOther || mark.sections.length === 0) return false;
  return mark.form === 'named' || mark.form === 'tagged' || mark.titleScore >= PLAIN_TITLE;
}

/** H, H1 and H2 are one letter. */
function lettersOf({ mark }: Candidate): string[] {
  return mark.sections.map((id) => id.slice(0, 1));
}
