import type { CycleDateKind } from './cycle-dates.ts';
import { datesOfCycle } from './cycle-dates.ts';
import type { KeyDateId } from '../document-model.ts';

/** Where a date of a cycle comes from: a person's entry wins over what a document says. */
export type DateSource = 'register' | 'filed' | 'printed';

export interface DateInUse {
  kind: CycleDateKind;
  date: string;
  source: DateSource;
  /** The stage of the document that says so; null for the register's own. */
  stage: string | null;
  /** Another day that the plan's documents give where the register has its own; null where they agree or say nothing. */
  documentSays: DocumentDate | null;
}

/** A day that a document gives, and how. */
export interface DocumentDate {
  date: string;
  source: 'filed' | 'printed';
  stage: string | null;
}

/** A filed document's dates: as a person filed it, and as it prints them. */
export interface DatedDocument {
  stage: string | null;
  issuedOn: string | null;
  printed: Readonly<Partial<Record<KeyDateId, string>>>;
}

/**
 * The dates that a cycle's clocks count with: the register's, and where it has none, the issue date that a document was
 * filed with, else what the latest document prints. `documents` stand earliest first. Only dates of this kind of cycle.
 */
export function datesInUse(
  planType: string,
  registered: Readonly<Partial<Record<CycleDateKind, string>>>,
  documents: readonly DatedDocument[],
): DateInUse[] {
  return datesOfCycle(planType).flatMap((kind): DateInUse[] => {
    const own = registered[kind];
    const said = documentDate(planType, kind, documents);
    if (own !== undefined) {
      const documentSays = said === null || said.date === own ? null : said;
      return [{ kind, date: own, source: 'register', stage: null, documentSays }];
    }
    return said === null ? [] : [{ kind, ...said, documentSays: null }];
  });
}

/** The day that the documents give: as one was filed, else as the latest prints it; null where none does. */
function documentDate(planType: string, kind: CycleDateKind, documents: readonly DatedDocument[]): DocumentDate | null {
  const filed = documents.findLast(({ stage, issuedOn }) => issuedOn !== null && issueOf(planType, stage) === kind);
  if (filed?.issuedOn) return { date: filed.issuedOn, source: 'filed', stage: filed.stage };
  for (const { stage, printed } of documents.toReversed()) {
    const date = printedDate(planType, kind, stage, printed);
    if (date !== undefined) return { date, source: 'printed', stage };
  }
  return null;
}

/** The dates alone, for the clocks. */
export function datesByKind(dates: readonly DateInUse[]): Partial<Record<CycleDateKind, string>> {
  return Object.fromEntries(dates.map(({ kind, date }) => [kind, date]));
}

/** What the issue of a document of this stage is in a cycle of this kind; an amended plan is no step of a first making. */
function issueOf(planType: string, stage: string | null): CycleDateKind | null {
  const isMaking = planType === 'new' || planType === 'reassessment';
  if (stage === 'draft') return isMaking ? 'draftSent' : null;
  if (stage === 'final') return isMaking ? 'finalIssued' : 'amendedFinal';
  return stage === 'amended_final' && !isMaking ? 'amendedFinal' : null;
}

/** The document's own words for dates that do not depend on its stage. */
const PRINTED: Partial<Record<CycleDateKind, KeyDateId>> = {
  requestReceived: 'requestReceived',
  decisionToAssess: 'assessmentAgreed',
  reviewMeeting: 'reviewMeeting',
  nextReview: 'reviewBy',
};

function printedDate(
  planType: string,
  kind: CycleDateKind,
  stage: string | null,
  printed: DatedDocument['printed'],
): string | undefined {
  const id = PRINTED[kind];
  if (id !== undefined) return printed[id];
  // A final prints when its draft was sent, too.
  if (kind === 'draftSent') return stage === 'draft' || stage === 'final' ? printed.draftIssued : undefined;
  return issueOf(planType, stage) === kind ? printed.finalIssued : undefined;
}
