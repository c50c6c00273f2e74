import { derivePlanFacts } from '../../../shared/domain/plan-facts.ts';
import { builtInRubric } from '../../../shared/domain/rubric/built-in-rubric.ts';
import type { PlanFacts, Response, Responses } from '../../../shared/domain/rubric/rubric.ts';
import { grade } from '../../../shared/domain/grading/scoring.ts';
import type { AuditScript, Finding, PlanVersion, Quality, SamplePlan } from '../plan-content.ts';
import { chanceOf } from './chance.ts';
import { COMPOSED_CHILDREN, type ComposedChild } from './children.ts';
import { careOf, composeContent } from './compose-content.ts';
import { remarkOn } from './remarks.ts';

const RUBRIC = builtInRubric();

/** Small flaws, of which a good plan has a few. */
const SMALL = [
  'S01.C5',
  'S02.C4',
  'S02.C5',
  'S03.C5',
  'S04.C2',
  'S05.C2',
  'S06.C4',
  'S06.C7',
  'S07.C7',
  'S08.C1',
  'S09.C2',
  'S10.C1',
  'S10.C2',
  'S11.C3',
  'S12.C2',
  'S13.C2',
];
/** Those that make a plan require improvement, together with small ones. */
const LARGE = [
  'S02.C2',
  'S02.C3',
  'S03.C2',
  'S03.C3',
  'S04.C1',
  'S05.C1',
  'S06.C2',
  'S06.C3',
  'S07.C1',
  'S07.C2',
  'S07.C3',
  'S07.C4',
  'S08.C2',
];
/** Flaws that cannot be shown by words of the plan: where an auditor looked for them. */
const NOT_MET = new Set(['S01.C2', 'S02.C3', 'S06.C2', 'S07.C2', 'S12.C1']);
const FEWEST_SMALL = 5;
const MOST_SMALL = 8;

/** The plans whose words are put together from banks of sentences, in the order of the register. */
export function composedPlans(): SamplePlan[] {
  return COMPOSED_CHILDREN.map((child) => {
    const isNew = child.planType === 'new' || child.planType === 'reassessment';
    const versions: PlanVersion[] = [composeVersion(child, child.quality, isNew ? 'final' : 'amended_final')];
    if (child.isAmendedLater === true) versions.push(composeVersion(child, 'good', 'amended_final'));
    return {
      id: `${child.first} ${child.last}`.toLowerCase().replace(' ', '-'),
      register: {
        reference: child.reference,
        initials: `${child.first.slice(0, 1)}${child.last.slice(0, 1)}`,
        name: `${child.first} ${child.last}`,
        dateOfBirth: child.dateOfBirth,
        planType: child.planType,
        ncYear: child.ncYear,
        setting: child.setting,
        primaryNeed: child.primaryNeed,
        locality: child.locality,
      },
      versions,
    };
  });
}

/** The facts that an auditor supplies of a composed plan. */
function factsOf(child: ComposedChild): PlanFacts {
  const { hasHealth, hasSocial } = careOf(child);
  return {
    hasHealthProvision: hasHealth,
    hasSocialCareProvision: hasSocial,
    hasSocialWorker: child.isLookedAfter === true,
    isPhaseTransferYear: [2, 6, 11, 13].includes(child.ncYear),
  };
}

function composeVersion(child: ComposedChild, quality: Quality, stage: 'final' | 'amended_final'): PlanVersion {
  const flaws = flawsFor(child, quality, stage);
  const isLater = child.isAmendedLater === true && stage === 'amended_final';
  const { content, quotes } = composeContent(
    isLater ? { ...child, planType: 'amended', finalIssued: AMENDED_ON } : child,
    new Set(flaws.keys()),
  );
  const findings = [...flaws].map(([criterion, response]): Finding => {
    const quote = quotes.get(criterion);
    return {
      criterion,
      response,
      comment: remarkOn(criterion).first,
      quotes: quote === undefined ? [] : [quote],
      absentIn: quote === undefined ? [sectionOf(criterion)] : [],
    };
  });
  const audit: AuditScript = { extent: 'whole', facts: factsOf(child), findings };
  const chance = chanceOf(`${child.reference}/${stage}`);
  return {
    stage,
    template: chance.pick('template', ['ruled', 'parts', 'cards', 'numbered']),
    format: 'docx',
    quality,
    content,
    audit,
  };
}

/** The section in which words are looked for that the plan does not have. */
export function sectionOf(criterion: string): string {
  const known = RUBRIC.standards.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  return known?.sections[0] ?? 'F';
}

/** Flaws, and how an auditor answers them, that give the plan just the grade it was meant to have. */
function flawsFor(child: ComposedChild, quality: Quality, stage: 'final' | 'amended_final'): Map<string, Response> {
  const chance = chanceOf(`${child.reference}/${stage}/flaws`);
  const flaws = new Map<string, Response>();
  if (stage === 'final' && child.weeks > 20 && child.exceptions === undefined) flaws.set('S12.C1', 'not_met');
  const applying = applyingTo(child, stage);
  const isFit = (criterion: string) => applying.has(criterion) && (criterion !== 'S08.C2' || !careOf(child).hasHealth);
  const gradeNow = () => gradeOf(child, stage, flaws);
  const small = chance.shuffled('small', SMALL.filter(isFit));
  const large = chance.shuffled('large', LARGE.filter(isFit));
  const wanted = chance.number('count', FEWEST_SMALL, MOST_SMALL);
  for (const criterion of small.slice(0, wanted)) flaws.set(criterion, 'partly');
  if (quality === 'requires_improvement' || quality === 'inadequate') {
    if (quality === 'inadequate') flaws.set('S01.C2', 'not_met');
    let added = 0;
    for (const criterion of large) {
      if (added >= 5 && gradeNow() === quality) break;
      flaws.set(criterion, NOT_MET.has(criterion) ? 'not_met' : 'partly');
      added += 1;
    }
  }
  // A hedge in Section F keeps a plan from being outstanding, however well it is made.
  if (quality === 'good' && gradeNow() === 'outstanding') flaws.set('S07.C4', 'partly');
  if (gradeNow() !== quality)
    throw new Error(`${child.reference} came out ${gradeNow() ?? 'ungraded'}, not ${quality}.`);
  return flaws;
}

function derived(child: ComposedChild, stage: 'final' | 'amended_final'): PlanFacts {
  const { dateOfBirth, ncYear, planType } = child;
  return {
    ...derivePlanFacts(RUBRIC, { dateOfBirth, ncYear, planType, stage, auditDate: PANEL_DAY_ABOUT }),
    ...factsOf(child),
  };
}

/** When the plan that was inadequate was put right. */
const AMENDED_ON = '2026-06-16';

/** Ages are taken on a round's panel date; no composed person has a birthday that matters between the rounds. */
const PANEL_DAY_ABOUT = '2026-07-07';

function applyingTo(child: ComposedChild, stage: 'final' | 'amended_final'): Set<string> {
  const { standards } = grade(RUBRIC, derived(child, stage), {});
  return new Set(
    standards.flatMap(({ criteria }) => criteria.filter(({ applies }) => applies === 'applies').map(({ id }) => id)),
  );
}

function gradeOf(
  child: ComposedChild,
  stage: 'final' | 'amended_final',
  flaws: ReadonlyMap<string, Response>,
): string | null {
  const responses: Responses = {};
  for (const { criteria } of RUBRIC.standards) for (const { id } of criteria) responses[id] = flaws.get(id) ?? 'met';
  return grade(RUBRIC, derived(child, stage), responses).overallGrade;
}
