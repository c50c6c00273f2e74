import { KEY_DATES, type KeyDateId } from '../../shared/domain/document-model.ts';
import { textsOf, type LaidOutPlan, type TextRole } from './layout.ts';
import type { PlanContent, PlanVersion, Provision, TemplateId } from './plan-content.ts';
import { printDate, type DateStyle } from './printed-dates.ts';
import { socialCare } from './templates/section-nodes.ts';

/** What a perfect reader would find in a document; the form that the corpus's gold files have. */
export interface Gold {
  readonly plan: string;
  readonly version: string;
  readonly template: TemplateId;
  readonly authority: string;
  readonly quality: string;
  readonly child: { name: string; dateOfBirth: string; year: string };
  readonly sections: Readonly<Record<string, string>>;
  readonly sectionParts: Readonly<Record<string, readonly (readonly [TextRole, string])[]>>;
  readonly outcomes: readonly string[];
  readonly outcomesOptional: readonly string[];
  readonly provisions: readonly GoldProvision[];
  readonly keyDates: Readonly<Partial<Record<KeyDateId, { iso: string; printed: string }>>>;
  readonly advice: readonly { author: string; role: string; agency: string; date: string | null }[];
  readonly traps: readonly string[];
}

export interface GoldProvision {
  readonly section: string;
  readonly text: string;
  readonly who: string;
  readonly frequency: string;
  readonly review: string;
  readonly full: string;
}

/** Reads the gold off the very layout that is drawn, and off the content that it was set from. */
export function goldOf(planId: string, version: PlanVersion, plan: LaidOutPlan): Gold {
  const { content, template } = version;
  const sectionParts = partsBySection(plan);
  const outcomes = content.areas.flatMap((area) => area.outcomes);
  return {
    plan: planId,
    version: version.stage,
    template,
    authority: content.authority,
    quality: version.quality,
    child: { name: content.child.name, dateOfBirth: content.child.dateOfBirth, year: content.child.yearGroup },
    sections: Object.fromEntries(
      Object.entries(sectionParts).map(([id, parts]) => [
        id,
        parts
          .filter(([role]) => role !== 'heading')
          .map(([, words]) => words)
          .join('\n'),
      ]),
    ),
    sectionParts,
    outcomes: outcomes.map((outcome) => outcome.text),
    outcomesOptional: outcomes.flatMap((outcome) => outcome.steps),
    provisions: provisionsOf(content),
    keyDates: keyDatesOf(content, template),
    advice: content.K.map(({ author, role, agency, date }) => ({ author, role, agency, date })),
    traps: [],
  };
}

function partsBySection(plan: LaidOutPlan): Record<string, [TextRole, string][]> {
  const parts: Record<string, [TextRole, string][]> = {};
  for (const { section, role, text } of textsOf(plan.nodes)) {
    // One heading for both: what stands under it belongs to H1 and to H2.
    for (const id of section === null ? [] : section.split('+')) (parts[id] ??= []).push([role, text]);
  }
  return parts;
}

function provisionsOf(content: PlanContent): GoldProvision[] {
  const rows: [string, Provision][] = [
    ...[...content.areas.flatMap((area) => area.provision), ...content.generalProvision].map(
      (row): [string, Provision] => ['F', row],
    ),
    ...content.G.provision.map((row): [string, Provision] => ['G', row]),
    ...socialCare(content).flatMap(({ section, care }) =>
      care.provision.map((row): [string, Provision] => [section === 'H1+H2' ? 'H1' : section, row]),
    ),
  ];
  return rows.map(([section, row]) => ({
    section,
    text: row.text,
    who: row.who,
    frequency: row.often,
    review: row.review,
    full: [row.text, row.who, row.often, row.review].filter((words) => words !== '').join(' '),
  }));
}

const DATE_STYLES: Readonly<Record<TemplateId, DateStyle>> = {
  ruled: 'long',
  parts: 'slashes',
  cards: 'long',
  numbered: 'short',
};

function keyDatesOf(content: PlanContent, template: TemplateId): Gold['keyDates'] {
  const dates: Partial<Record<KeyDateId, { iso: string; printed: string }>> = {};
  for (const id of KEY_DATES) {
    const iso = content.dates[id];
    if (iso !== undefined) dates[id] = { iso, printed: printDate(iso, DATE_STYLES[template]) };
  }
  return dates;
}
