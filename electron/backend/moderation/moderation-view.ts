import type { Kysely } from 'kysely';
import type { Answer } from '../../../shared/contract/audits.ts';
import {
  type Moderation,
  moderationSchema,
  type ToModerate,
  toModerateSchema,
} from '../../../shared/contract/moderation.ts';
import { compareDisagreements } from '../../../shared/domain/moderation/moderation-reasons.ts';
import type { ModerationStanding } from '../../../shared/domain/moderation/moderation.ts';
import { criterionText, factLabel, gradeLabel, standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { selectAnswers } from '../audits/audits-queries.ts';
import { listDocuments } from '../documents/documents-queries.ts';
import { notFound } from '../refusal.ts';
import type { WorkspaceTables } from '../workspace/schema.ts';
import type { Decision } from './moderation-queries.ts';
import type { OpenModeration, PanelDocument } from './panel-documents.ts';

/** People's names by id. */
export type Names = ReadonlyMap<string, string>;

/** A document as it stands on the chair's list; `open` is null before the panel has begun with it. */
export function toModerate(document: PanelDocument, open: OpenModeration | null): ToModerate {
  const [first] = document.live;
  if (first === undefined) throw notFound('document');
  const { planId, planReference, planInitials, stage } = first;
  return toModerateSchema.parse({
    roundId: document.roundId,
    documentId: document.documentId,
    planId,
    planReference,
    planInitials,
    stage,
    isCalibration: document.isCalibration,
    auditors: document.live.map(({ auditor }) => auditor),
    submitted: document.live.filter(({ progress }) => progress === 'submitted').length,
    state: stateOf(document, open),
    reasons: open?.reasons ?? [],
    disagreement: open?.disagreement ?? null,
    given:
      open === null
        ? []
        : document.rows.map((row, at) => ({
            auditorId: row.auditor_id,
            grade: document.audits[at]?.grading.overallGrade ?? null,
          })),
    grade: open === null ? null : open.frozen === null ? open.standing.agreedGrade : open.frozen.grade,
  });
}

/** What has to be talked about first, the largest disagreement before the others; then what waits, then what is done. */
export function inPanelOrder(documents: readonly ToModerate[]): ToModerate[] {
  const place = ({ state, reasons }: ToModerate): number => {
    if (state === 'open') return reasons.length > 0 ? 0 : 1;
    return { ready: 2, waiting: 3, agreed: 4, alone: 5 }[state];
  };
  return documents.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      (a.disagreement === null || b.disagreement === null ? 0 : compareDisagreements(a.disagreement, b.disagreement)),
  );
}

function stateOf(document: PanelDocument, open: OpenModeration | null): ToModerate['state'] {
  if (!document.isOpen) return 'waiting';
  if (document.live.length === 1) return 'alone';
  if (open === null) return 'ready';
  return open.frozen === null ? 'open' : 'agreed';
}

/** Everything that the panel has before it of one open document. */
export async function moderationView(
  db: Kysely<WorkspaceTables>,
  rubric: Rubric,
  document: PanelDocument,
  open: OpenModeration,
  names: Names,
): Promise<Moderation> {
  const { row, kept, standing, frozen } = open;
  const [first] = document.rows;
  const [listed] = await listDocuments(db, new Map(), { ids: [document.documentId] });
  if (first === undefined || listed === undefined) throw notFound('document');
  const answers = new Map<string, Record<string, Answer>>();
  for (const audit of document.rows) answers.set(audit.id, await selectAnswers(db, audit.id));
  const by = ({ reason, personId, at }: Decision<unknown>) => ({ reason, by: names.get(personId) ?? '', at });
  return moderationSchema.parse({
    roundId: document.roundId,
    documentId: document.documentId,
    planId: first.planId,
    planReference: first.planReference,
    planInitials: first.planInitials,
    document: listed.document,
    rubricId: first.rubric_id,
    isCalibration: document.isCalibration,
    state: row.state,
    audits: document.rows.map((audit, at) => {
      const own = document.audits[at];
      return {
        auditId: audit.id,
        auditor: document.live.find(({ auditor }) => auditor.id === audit.auditor_id)?.auditor,
        standards: own?.standards ?? null,
        overallGrade: own?.grading.overallGrade ?? null,
        grades: Object.fromEntries(
          (own?.grading.standards ?? []).flatMap(({ id, grade, isDevelopmental }) =>
            grade === null || isDevelopmental ? [] : [[id, grade]],
          ),
        ),
      };
    }),
    criteria: standing.criteria.map(({ criterion, standard, given, kind, decided, agreed }) => {
      const decision = decided === null ? undefined : kept.answers.get(criterion);
      return {
        criterionId: criterion,
        standardId: standard,
        kind,
        given: document.rows.flatMap(({ id }) => {
          const answer = given.has(id) ? answers.get(id)?.[criterion] : undefined;
          return answer === undefined ? [] : [{ auditId: id, ...answer }];
        }),
        decision: decision === undefined ? null : { response: decision.value, ...by(decision) },
        agreed,
      };
    }),
    facts: standing.facts
      .filter(({ isDifferent }) => isDifferent)
      .map(({ fact, given }) => {
        const decision = kept.facts.get(fact);
        return {
          fact,
          given: document.rows.map(({ id }) => ({ auditId: id, value: given.get(id) ?? null })),
          decision: decision === undefined ? null : { value: decision.value, ...by(decision) },
        };
      }),
    grading: frozen?.grading ?? standing.grading,
    reasons: open.reasons,
    disagreement: open.disagreement,
    problems: frozen === null ? problemsOf(rubric, standing) : [],
    overrideChoices: standing.overrideChoices,
    override:
      kept.override === null
        ? null
        : { grade: kept.override.value, isPossible: standing.isOverridePossible, ...by(kept.override) },
    agreedGrade: frozen === null ? standing.agreedGrade : frozen.grade,
    dissents: [...kept.dissents].flatMap(([personId, { value, at }]) => {
      const person = document.live.find(({ auditor }) => auditor.id === personId)?.auditor;
      return person === undefined ? [] : [{ person, text: value, at }];
    }),
    agreed:
      row.agreed_at === null || row.agreed_by === null
        ? null
        : { by: names.get(row.agreed_by) ?? '', at: row.agreed_at },
    takenBack: kept.takenBack.map(by),
  });
}

/** What stands in the way of agreeing, in the order in which to mend it. */
export function problemsOf(rubric: Rubric, standing: ModerationStanding): { message: string; criteria: string[] }[] {
  const { grading, criteria, changedBySilence, isOverridePossible } = standing;
  const unanswered = criteria.filter(({ criterion, agreed }) => agreed === null && applies(grading, criterion));
  return [
    ...grading.missingFacts.map((fact) => ({
      message: `Settle “${factLabel(rubric, fact)}”: what applies hangs on it.`,
      criteria: [],
    })),
    ...unanswered.map(({ criterion }) => ({
      message: `Answer “${criterionText(rubric, criterion)}”: nobody has, and it applies.`,
      criteria: [criterion],
    })),
    ...changedBySilence.map(({ standard, shared, becomes, criteria: open }) => ({
      message:
        `Discuss ${open.join(', ')}: all gave ${gradeLabel(rubric, shared)}` +
        `${standard === null ? '' : ` for ${standardTitle(rubric, standard)}`}, and the lower answers would make it ${
          becomes === null ? 'open' : gradeLabel(rubric, becomes)
        }.`,
      criteria: open,
    })),
    ...(isOverridePossible
      ? []
      : [
          {
            message:
              'The chair’s grade is no longer one step from what the answers give, or is above a cap: choose anew.',
            criteria: [],
          },
        ]),
  ];
}

function applies({ standards }: ModerationStanding['grading'], criterion: string): boolean {
  return standards.some(({ criteria }) => criteria.some((each) => each.id === criterion && each.applies === 'applies'));
}
