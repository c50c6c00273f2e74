import { combineGradings, type DocumentResult } from './combine-gradings.ts';
import { goodOrBetterGrades, gradesFromBest } from './grade-order.ts';
import type { Grading } from './grading.ts';
import { areasForDevelopment, countCriteria, FEWEST_FOR_PATTERN, strengths } from './report-criteria.ts';
import { headlineOf } from './report-headline.ts';
import { methodOf } from './report-method.ts';
import type { Distribution, Population, ReportModel, StandardRow } from './report-model.ts';
import { populationOf, type PopulationKey } from './report-populations.ts';
import { shareOf } from './report-words.ts';
import { gradeLabel, standardTitle } from './rubric-words.ts';
import type { Rubric } from './rubric.ts';

/** A document of the round with its submitted audits; open ones are left out by the caller, and calibration audits too. */
export interface ReportDocument {
  planId: string;
  planType: string;
  stage: string;
  audits: readonly { auditId: string; grading: Grading }[];
  /** What the panel agreed, where it has: the grading of the agreed answers, and the grade that stands. */
  agreed?: { grading: Grading; grade: string | null } | null;
  /** What audits that each cover a part make together, where nothing is agreed. */
  joined?: Grading | null;
}

export interface ReportInput {
  partnership: { name: string; areaCode: string };
  halfTerm: { id: string; label: string; schoolYear: string; start: string; end: string };
  round: { kind: string; theme: string; panelDate: string };
  /** The one version of the standards by which every grading here was made. */
  rubric: Rubric;
  rubricDigest: string;
  author: string;
  /** ISO time. */
  madeAt: string;
  /** Every plan version in the round, audited or not. */
  documents: readonly ReportDocument[];
}

const MARKING = 'Official – sensitive';

const ROUND_KINDS: Record<string, string> = {
  random: 'Random sample',
  thematic: 'Thematic sample',
  risk_based: 'Risk-based sample',
};

/**
 * The partnership report of a round, from its gradings alone: every figure a count of documents within one population
 * (see populationOf), a percentage and its Wilson range only from ten on. Pure: the same input gives the same report,
 * whatever the order of documents and audits.
 */
export function buildReport(input: ReportInput): ReportModel {
  const { rubric, documents, round } = input;
  const goodOrBetter = goodOrBetterGrades(rubric);
  const populations = populationsOf(input);
  const sample = sampleOf(documents, populations, rubric);
  const roundFacts = { ...round, kindWords: ROUND_KINDS[round.kind] ?? round.kind };
  const lowestGood = goodOrBetter.at(-1);
  const goodOrBetterLabel =
    goodOrBetter.length === 1 && lowestGood !== undefined
      ? gradeLabel(rubric, lowestGood)
      : `${lowestGood === undefined ? 'Upper grades' : gradeLabel(rubric, lowestGood)} or better`;
  return {
    title: 'Partnership quality assurance report',
    partnership: input.partnership.name,
    areaCode: input.partnership.areaCode,
    halfTerm: input.halfTerm,
    round: roundFacts,
    edition: 'internal',
    marking: MARKING,
    madeAt: input.madeAt,
    author: input.author,
    rubric: { title: rubric.title, version: rubric.version, digest: input.rubricDigest },
    gradeScale: gradesFromBest(rubric).map((grade) => ({
      id: grade.id,
      label: gradeLabel(rubric, grade.id),
      descriptor: grade.descriptor,
      expectedResponse: grade.expectedResponse,
      isGoodOrBetter: goodOrBetter.includes(grade.id),
    })),
    standards: rubric.standards.map(({ id, title }) => ({
      id,
      title: title.trim() === '' ? standardTitle(rubric, id) : title,
      shortTitle: standardTitle(rubric, id),
    })),
    goodOrBetterLabel,
    headline: headlineOf({ sample, populations, round: roundFacts, goodOrBetterLabel }),
    sample,
    populations,
    method: methodOf({ rubric, rubricDigest: input.rubricDigest, goodOrBetterLabel }),
  };
}

/** Agreed where the panel has moderated; else the lower of what auditors gave; else what their parts make together. */
function resultOf(rubric: Rubric, { audits, agreed, joined }: ReportDocument): DocumentResult {
  if (agreed) return { ...combineGradings(rubric, [agreed.grading]), overallGrade: agreed.grade };
  const result = combineGradings(
    rubric,
    audits.map((audit) => audit.grading),
  );
  return result.overallGrade === null && joined ? combineGradings(rubric, [joined]) : result;
}

interface Grouped {
  key: PopulationKey;
  planIds: string[];
  results: DocumentResult[];
}

function populationsOf({ rubric, documents }: ReportInput): Population[] {
  const groups = new Map<string, Grouped>();
  for (const document of documents) {
    const result = resultOf(rubric, document);
    if (result.overallGrade === null) continue;
    const key = populationOf(document);
    const group = groups.get(key.id) ?? { key, planIds: [], results: [] };
    groups.set(key.id, group);
    group.planIds.push(document.planId);
    group.results.push(result);
  }
  return [...groups.values()]
    .toSorted((a, b) => a.key.order - b.key.order || (a.key.id < b.key.id ? -1 : 1))
    .map((group) => populationOfGroup(rubric, group));
}

function populationOfGroup(rubric: Rubric, { key, planIds, results }: Grouped): Population {
  const hasVersions = new Set(planIds).size < planIds.length;
  const noun = hasVersions ? 'plan versions' : 'plans';
  const criteria = countCriteria(rubric, results, noun);
  const found = { strengths: strengths(criteria), areas: areasForDevelopment(criteria) };
  const isTooFew = !criteria.some((row) => row.row.applicable >= FEWEST_FOR_PATTERN);
  const tooFew = `At least ${FEWEST_FOR_PATTERN} plans to which a criterion applies are needed before a pattern can be named.`;
  return {
    id: key.id,
    label: key.label,
    definition: hasVersions
      ? `${key.definition} A plan audited in several versions counts once for each.`
      : key.definition,
    noun,
    total: results.length,
    distribution: distributionOf(
      rubric,
      results.flatMap((result) => result.overallGrade ?? []),
      noun,
    ),
    standards: rubric.standards.map((standard) => standardRow(rubric, standard.id, results, 'standards', noun)),
    strengths: found.strengths,
    strengthsNote:
      found.strengths.length > 0
        ? ''
        : isTooFew
          ? tooFew
          : 'No criterion was met in three quarters of the plans or more.',
    areasForDevelopment: found.areas,
    areasNote:
      found.areas.length > 0
        ? ''
        : isTooFew
          ? tooFew
          : 'No criterion was less than fully met in a third of the plans or more, and in at least two.',
    developmental: rubric.standards
      .map((standard) => standardRow(rubric, standard.id, results, 'developmental', noun))
      .filter((row) => row.distribution.total > 0),
  };
}

function standardRow(
  rubric: Rubric,
  id: string,
  results: readonly DocumentResult[],
  which: 'standards' | 'developmental',
  noun: string,
): StandardRow {
  const grades = results.flatMap((result) => result[which].get(id) ?? []);
  const title = rubric.standards.find((standard) => standard.id === id)?.title ?? '';
  return {
    id,
    title: title.trim() === '' ? standardTitle(rubric, id) : title,
    shortTitle: standardTitle(rubric, id),
    distribution: distributionOf(rubric, grades, noun),
    notApplicable: results.length - grades.length,
  };
}

function distributionOf(rubric: Rubric, grades: readonly string[], noun: string): Distribution {
  const total = grades.length;
  const good = goodOrBetterGrades(rubric);
  return {
    total,
    grades: gradesFromBest(rubric).map(({ id }) => ({
      grade: id,
      label: gradeLabel(rubric, id),
      share: shareOf(grades.filter((grade) => grade === id).length, total, noun),
    })),
    goodOrBetter: shareOf(grades.filter((grade) => good.includes(grade)).length, total, noun),
  };
}

function sampleOf(
  documents: readonly ReportDocument[],
  populations: readonly Population[],
  rubric: Rubric,
): ReportModel['sample'] {
  const audited = documents.filter((document) => document.audits.length > 0);
  const severalAuditors = audited.filter((document) => document.audits.length > 1).length;
  const moderated = audited.flatMap(({ agreed }) => agreed ?? []);
  const overridden = moderated.filter(({ grading, grade }) => grading.overallGrade !== grade).length;
  const toModerate = severalAuditors - moderated.length;
  const inPopulations = populations.reduce((sum, population) => sum + population.total, 0);
  const withoutGrade = audited.length - inPopulations;
  const plans = new Set(documents.map((document) => document.planId)).size;
  const rows = [
    { label: 'Plans in the round', value: String(plans) },
    { label: 'Plan versions in the round (a draft and a final count as two)', value: String(documents.length) },
    { label: 'Audited: at least one submitted audit', value: String(audited.length) },
    ...populations.map((population) => ({
      label: `– ${population.label}`,
      value: String(population.total),
    })),
    ...(withoutGrade > 0
      ? [{ label: `– without an overall grade by “${rubric.title}”, so in no figure`, value: String(withoutGrade) }]
      : []),
    { label: 'Not audited yet', value: String(documents.length - audited.length) },
    { label: 'Audited by one auditor only: not moderated', value: String(audited.length - severalAuditors) },
    ...(moderated.length > 0
      ? [
          { label: 'Moderated: the agreed grade is used', value: `${moderated.length} of ${audited.length}` },
          {
            label: '– of these, graded one step from what the answers give, by the chair and with a reason',
            value: String(overridden),
          },
        ]
      : []),
    ...(toModerate > 0
      ? [
          {
            label: 'Audited by several auditors: not moderated yet, the lower grade stands',
            value: String(toModerate),
          },
        ]
      : []),
  ];
  return {
    plans,
    documents: documents.length,
    submitted: audited.length,
    notAudited: documents.length - audited.length,
    notModerated: audited.length - severalAuditors,
    severalAuditors,
    moderated: moderated.length,
    overridden,
    withoutGrade,
    rows,
  };
}
