import type { KeyDateId } from '../../shared/domain/document-model.ts';
import type { PlanFields, Stage } from '../../shared/contract/plans.ts';
import type { PlanFacts, Response } from '../../shared/domain/rubric/rubric.ts';

/** What a fictional plan says, free of any template: every content can be set in every template and format. */
export interface PlanContent {
  readonly authority: string;
  readonly child: {
    readonly name: string;
    readonly knownAs: string;
    /** ISO date. */
    readonly dateOfBirth: string;
    readonly address: string;
    /** As the plan prints it: "Year 5", "Reception". */
    readonly yearGroup: string;
    readonly parents: string;
  };
  /** The setting as the front page names it. */
  readonly setting: string;
  readonly reference: string;
  /** ISO dates that the front page prints; what is absent is printed as still to be confirmed, or left out. */
  readonly dates: Partial<Record<KeyDateId, string>>;
  readonly writtenBy: string;
  /** Who signed the plan off; null where the plan does not say. */
  readonly signedOffBy: string | null;
  /** For an amended plan: what changed since the last one, printed after the front page. */
  readonly changes: readonly string[];
  readonly A: readonly Part[];
  /** What section B says before its areas of need. */
  readonly needsSummary: readonly string[];
  readonly areas: readonly Area[];
  /** Provision that serves the whole plan. */
  readonly generalProvision: readonly Provision[];
  readonly C: readonly string[];
  readonly D: readonly string[];
  readonly G: Care;
  readonly H1: Care;
  readonly H2: Care;
  readonly I: readonly string[];
  readonly J: readonly string[];
  readonly K: readonly Advice[];
  readonly flaws?: Flaws;
}

/** Faults of form that a template must reproduce. */
export interface Flaws {
  /** Sections that the plan lacks altogether. */
  readonly without?: readonly SectionId[];
  /** H1 and H2 stand together under one heading. */
  readonly hasMergedH?: boolean;
}

export type SectionId = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H1' | 'H2' | 'I' | 'J' | 'K';

/** Some paragraphs under a side-heading of their own. */
export interface Part {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly isList: boolean;
}

/** One area of need: what section B says of it, the outcomes for it, and the provision that serves them. */
export interface Area {
  readonly title: string;
  readonly strengths: readonly string[];
  readonly needs: readonly string[];
  readonly outcomes: readonly Outcome[];
  readonly provision: readonly Provision[];
}

export interface Outcome {
  readonly text: string;
  /** The "by when" column, in words; empty where the plan leaves it out. */
  readonly byWhen: string;
  readonly steps: readonly string[];
}

export interface Provision {
  readonly text: string;
  readonly who: string;
  readonly often: string;
  readonly review: string;
}

/** Sections G, H1 and H2: sentences, then rows of provision; both may be empty, as they are in poor plans. */
export interface Care {
  readonly paragraphs: readonly string[];
  readonly provision: readonly Provision[];
}

export interface Advice {
  readonly author: string;
  readonly role: string;
  readonly agency: string;
  /** ISO date; null where the plan gives none. */
  readonly date: string | null;
}

export type TemplateId = 'ruled' | 'parts' | 'cards' | 'numbered';
export type Format = 'docx' | 'pdf';
/** How good a plan was meant to be; the tests hold the auditor's answers to it. */
export type Quality = 'outstanding' | 'good' | 'requires_improvement' | 'inadequate';

/** One document of the sample: a version of a plan, how it is set, and what the sample's auditor makes of it. */
export interface PlanVersion {
  readonly stage: Stage;
  readonly template: TemplateId;
  readonly format: Format;
  readonly quality: Quality;
  readonly content: PlanContent;
  /** Null: nobody has begun to grade it. */
  readonly audit: AuditScript | null;
}

export interface SamplePlan {
  readonly id: string;
  readonly register: PlanFields;
  readonly versions: readonly PlanVersion[];
}

/** What an auditor makes of one document. Criteria that are not named are met. */
export interface AuditScript {
  /** Facts that the register and the document don't give. */
  readonly facts: PlanFacts;
  readonly findings: readonly Finding[];
  /** 'half' leaves the later standards for the person who explores the sample. */
  readonly extent: 'whole' | 'half';
}

export interface Finding {
  readonly criterion: string;
  readonly response: Response;
  readonly comment: string;
  /** Words of the plan, exactly as it has them. */
  readonly quotes: readonly string[];
  /** Sections searched in vain. */
  readonly absentIn: readonly string[];
}

export function part(title: string, ...paragraphs: string[]): Part {
  return { title, paragraphs, isList: false };
}

export function list(title: string, ...items: string[]): Part {
  return { title, paragraphs: items, isList: true };
}

export function outcome(text: string, byWhen = '', steps: readonly string[] = []): Outcome {
  return { text, byWhen, steps };
}

export function provision(text: string, who: string, often: string, review = ''): Provision {
  return { text, who, often, review };
}

export function care(paragraphs: readonly string[], ...rows: Provision[]): Care {
  return { paragraphs, provision: rows };
}

export function advice(author: string, role: string, agency: string, date: string | null): Advice {
  return { author, role, agency, date };
}

/** A criterion that is met, with the words that show it. */
export function met(criterion: string, comment: string, ...quotes: string[]): Finding {
  return { criterion, response: 'met', comment, quotes, absentIn: [] };
}

export function partly(criterion: string, comment: string, ...quotes: string[]): Finding {
  return { criterion, response: 'partly', comment, quotes, absentIn: [] };
}

export function notMet(criterion: string, comment: string, ...quotes: string[]): Finding {
  return { criterion, response: 'not_met', comment, quotes, absentIn: [] };
}

/** Partly or not met because the words are nowhere: says which sections were searched. */
export function absent(
  response: 'partly' | 'not_met',
  criterion: string,
  comment: string,
  ...sections: string[]
): Finding {
  return { criterion, response, comment, quotes: [], absentIn: sections };
}
