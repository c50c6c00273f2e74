import { SAMPLE_PLANS } from '../../../build/sample/sample-plans.ts';
import type { PlanContent } from '../../../build/sample/plan-content.ts';
import { KEY_DATES } from '../../../shared/domain/document-model.ts';
import type { CorpusDocument } from '../read-corpus.ts';
import type { Gold } from '../scorer.ts';
import { goldOf } from './made-gold.ts';
import type { Paper } from './paper.ts';
import { TEMPLATE_SETS } from './templates/template-sets.ts';
import type { TemplateSet } from './templates/template-sets.ts';
import { writeDocx } from './write-docx.ts';
import type { Cutting } from './pdf-text.ts';
import { writePdf } from './write-pdf.ts';

/** One made plan: a content set in a template. */
export interface MadePlan {
  readonly id: string;
  readonly template: string;
  readonly set: TemplateSet;
  readonly paper: Paper;
  readonly gold: Gold;
}

/** Contents that differ in what is missing, merged, blank or long. */
const CONTENTS = ['teasel', 'whinchat', 'larkspur', 'brambling', 'blackthorn', 'goldcrest'] as const;

/** Sets `perTemplate` of the contents in each template, not the same ones everywhere. */
export function madePlans(perTemplate = 3): MadePlan[] {
  const templates = (['first', 'second', 'third', 'fourth'] as const).flatMap((set) =>
    TEMPLATE_SETS[set].map((template) => ({ set, template })),
  );
  return templates.flatMap(({ set, template }, index) =>
    Array.from({ length: perTemplate }, (_, at) => {
      const name = CONTENTS[(index + at * 2) % CONTENTS.length] ?? 'teasel';
      const content = contentOf(name);
      const paper = template.set(content);
      const gold = goldOf(content, paper, KEY_DATES);
      return { id: `${template.id}-${name}`, template: template.id, set, paper, gold };
    }),
  );
}

function contentOf(name: string): PlanContent {
  const content = SAMPLE_PLANS.find((plan) => plan.id === name)?.versions.at(-1)?.content;
  if (content === undefined) throw new Error(`No sample plan is called ${name}.`);
  return content;
}

const CUTTINGS: readonly Cutting[] = ['lines', 'words', 'pieces'];

/** The made plans as documents of a corpus: each in Word and as a PDF that cuts its text up in one of three ways. */
export function madeDocuments(perTemplate?: number): CorpusDocument[] {
  return madePlans(perTemplate).flatMap(({ id, template, set, paper, gold }, place) => {
    const entry = { plan: id, version: 'final', gold: '', template: `${set} ${template}` } as const;
    const cutting = CUTTINGS[place % CUTTINGS.length] ?? 'lines';
    return [
      { entry: { ...entry, format: 'docx', file: `${id}.docx` }, gold, bytes: () => Promise.resolve(writeDocx(paper)) },
      { entry: { ...entry, format: 'pdf', file: `${id}.pdf` }, gold, bytes: () => writePdf(paper, cutting) },
    ];
  });
}
