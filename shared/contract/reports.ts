import { z } from 'zod';
import { tellingKindSchema } from '../domain/report/own-words.ts';
import { editionSchema, partnershipReportSchema } from '../domain/report/report-model.ts';
import { REPORT_SLOTS } from '../domain/report/report-slots.ts';
import { refusal } from './errors.ts';
import { idSchema, isoTimeSchema, sha256Schema } from './ids.ts';
import { commandFor, queryFor } from './meta.ts';

/** Grades that may be looked at in passing: see the rule in `gradesSoFar`. */
export const gradesSoFarSchema = z.strictObject({
  /** How many plans at a time are added to the figures. */
  atATime: z.int(),
  /** From the best grade to the lowest. */
  gradeScale: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  populations: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      ready: z.int(),
      counted: z.int(),
      grades: z.array(z.strictObject({ grade: z.string(), count: z.int() })),
    }),
  ),
});
export type GradesSoFar = z.infer<typeof gradesSoFarSchema>;

/** 'dictionary': what each column of the CSV holds. 'pdf': only where the host can print. */
export const REPORT_FORMATS = ['docx', 'html', 'pdf', 'xlsx', 'csv', 'dictionary'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Long enough for a page of words; a report's part is no essay. */
const LONGEST_WORDS = 6000;
const LONGEST_EXCERPT = 3000;

const slotSchema = z.enum(REPORT_SLOTS);

/** A quote that was chosen for the report, as it would be printed. */
export const excerptSchema = z.strictObject({
  id: idSchema,
  planReference: z.string(),
  criterionId: z.string(),
  criterion: z.string(),
  isGood: z.boolean(),
  /** As the rules masked it: what `words` may be shortened or masked from. */
  masked: z.string(),
  words: z.string(),
  /** Who read it and found that nobody can be recognised; null where nobody has since it last changed. */
  tick: z.strictObject({ by: z.string(), at: isoTimeSchema }).nullable(),
});
export type Excerpt = z.infer<typeof excerptSchema>;

/** What people add to a half-term's report. */
export const reportAdditionsSchema = z.strictObject({
  words: z.array(
    z.strictObject({
      slot: slotSchema,
      words: z.string(),
      savedAt: isoTimeSchema,
      /** What they seem to hold of somebody whose plan was audited. */
      telling: z.array(tellingKindSchema),
    }),
  ),
  /** Words of an earlier report that may be taken over, the nearest for each part. */
  offers: z.array(z.strictObject({ slot: slotSchema, from: z.string(), words: z.string() })),
  /** Of the half-term, in both editions. */
  excerpts: z.array(excerptSchema),
  /** A published report told of the half-term together with later ones: it is not published alone. */
  isOutWithLater: z.boolean(),
});
export type ReportAdditions = z.infer<typeof reportAdditionsSchema>;

/** Evidence that could be an excerpt, masked. */
export const excerptCandidateSchema = z.strictObject({
  evidenceId: idSchema,
  planReference: z.string(),
  criterionId: z.string(),
  criterion: z.string(),
  isGood: z.boolean(),
  masked: z.string(),
  isChosen: z.boolean(),
});
export type ExcerptCandidate = z.infer<typeof excerptCandidateSchema>;

/** A report as it was frozen. */
export const snapshotSchema = z.strictObject({
  id: idSchema,
  halfTermId: z.string(),
  halfTermName: z.string(),
  edition: editionSchema,
  threshold: z.int(),
  hideZero: z.boolean(),
  rubrics: z.array(z.strictObject({ title: z.string(), version: z.string(), digest: z.string() })),
  /** SHA-256 of the frozen report. */
  digest: sha256Schema,
  frozenAt: isoTimeSchema,
  frozenBy: z.string(),
  withdrawn: z.strictObject({ at: isoTimeSchema, by: z.string(), reason: z.string() }).nullable(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

const changesSchema = z.array(
  z.strictObject({ tableId: z.string(), caption: z.string(), lines: z.array(z.string()).min(1) }),
);

const mayReport = ['qa_lead', 'chair'] as const;
const touches = ['insight', 'reports', 'trail'] as const;
/** What is made for others tells what published reports tell. */
const touchesPublished = [...touches, 'outlets'] as const;

const reportChoice = {
  halfTermId: z.string().max(20),
  edition: editionSchema,
  /** In a publishable edition, counts from 1 to one under this are hidden (field brief §16.4: usually 5, at most 10). */
  threshold: z.int().min(3).max(20),
  /** 0 as well: it is shown unless the user chooses otherwise (field brief §16.4). */
  hideZero: z.boolean().default(false),
};
const formatSchema = z.enum(REPORT_FORMATS);
const ofExcerpt = { excerptId: idSchema };
const NO_PDF = refusal('This host cannot make a PDF.');
const FROZEN_DAMAGED = refusal('This frozen report is no longer what was frozen.');

export const reports = {
  /** The round's grades so far, for Home: it shows nobody's answers, and ends nothing. */
  soFar: queryFor(mayReport)
    .input(z.strictObject({ roundId: idSchema }))
    .output(gradesSoFarSchema),
  /** A half-term's report as it will be exported. */
  preview: queryFor(mayReport).input(z.strictObject(reportChoice)).output(partnershipReportSchema),
  /** The internal edition as a file, as it stands now. A publishable one is only exported once it is frozen. */
  export: commandFor(mayReport, ['trail'])
    .input(z.strictObject({ ...reportChoice, format: formatSchema }))
    .output(z.file())
    .errors({ NOT_FROZEN: refusal('A publishable report is frozen before it is exported.'), NO_PDF }),
  /** Words and excerpts of a half-term's report. */
  additions: queryFor(mayReport)
    .input(z.strictObject({ halfTermId: reportChoice.halfTermId, edition: editionSchema }))
    .output(reportAdditionsSchema),
  /** Keeps a person's own words for a part; empty words take them away. */
  saveWords: commandFor(mayReport, touches)
    .input(
      z.strictObject({
        halfTermId: reportChoice.halfTermId,
        edition: editionSchema,
        slot: slotSchema,
        words: z.string().max(LONGEST_WORDS),
      }),
    )
    .output(z.strictObject({ savedAt: isoTimeSchema })),
  /** Evidence of this half-term's settled plans, each quote masked. */
  candidates: queryFor(mayReport)
    .input(z.strictObject({ halfTermId: reportChoice.halfTermId }))
    .output(z.array(excerptCandidateSchema)),
  chooseExcerpt: commandFor(mayReport, touches)
    .input(z.strictObject({ halfTermId: reportChoice.halfTermId, evidenceId: idSchema }))
    .output(excerptSchema),
  /** Leaves out or masks more of a quote; whoever ticked it reads it again. */
  editExcerpt: commandFor(mayReport, touches)
    .input(z.strictObject({ ...ofExcerpt, words: z.string().trim().min(1).max(LONGEST_EXCERPT) }))
    .output(excerptSchema)
    .errors({ NOT_SHORTER: refusal('Words of a plan may only be left out or masked.') }),
  /** "I have read it; nobody can be recognised": of these very words. */
  tickExcerpt: commandFor(mayReport, touches)
    .input(z.strictObject({ ...ofExcerpt, isTicked: z.boolean(), words: z.string().max(LONGEST_EXCERPT) }))
    .output(excerptSchema)
    .errors({ EXCERPT_CHANGED: refusal('The excerpt has changed since it was read.') }),
  removeExcerpt: commandFor(mayReport, touches).input(z.strictObject(ofExcerpt)).output(z.strictObject({})),
  /** Keeps a report as it stands. One that holds the same as the last one frozen is that one. */
  freeze: commandFor(mayReport, touchesPublished)
    .input(
      z.strictObject({
        ...reportChoice,
        /** "I have read them: nobody can be recognised", of own words that seem to name somebody. */
        areWordsRead: z.boolean().default(false),
      }),
    )
    .output(z.strictObject({ snapshot: snapshotSchema, isNew: z.boolean() }))
    .errors({
      EXCERPTS_UNTICKED: refusal('Not every excerpt has been read and ticked.'),
      WORDS_NAME_SOMEBODY: refusal('Own words of a publishable report seem to name somebody.'),
      NOT_FIT_TO_PUBLISH: refusal('A hidden count could be worked out from this report.'),
    }),
  /** Reports that were frozen, the newest first. */
  earlier: queryFor(mayReport).output(z.array(snapshotSchema)),
  /** A frozen report, as it was. */
  frozen: queryFor(mayReport)
    .input(z.strictObject({ snapshotId: idSchema }))
    .output(partnershipReportSchema)
    .errors({ FROZEN_DAMAGED }),
  /** What the same report would say differently now. */
  changesSince: queryFor(mayReport)
    .input(z.strictObject({ snapshotId: idSchema }))
    .output(changesSchema)
    .errors({ FROZEN_DAMAGED }),
  /** A frozen report as a file: the same figures, whenever it is made. */
  exportFrozen: commandFor(mayReport, ['trail'])
    .input(z.strictObject({ snapshotId: idSchema, format: formatSchema }))
    .output(z.file())
    .errors({ NO_PDF, FROZEN_DAMAGED, WITHDRAWN: refusal('This report was withdrawn.') }),
  /** Says that a report no longer stands. It is kept, and counts as published only where it was exported. */
  withdraw: commandFor(mayReport, touchesPublished)
    .input(z.strictObject({ snapshotId: idSchema, reason: z.string().trim().min(3).max(500) }))
    .output(snapshotSchema)
    .errors({ WITHDRAWN: refusal('This report was withdrawn already.') }),
};
