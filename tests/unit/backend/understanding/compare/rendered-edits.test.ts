import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderVersion } from '../../../../../build/sample/render-version.ts';
import type { Format, PlanContent, PlanVersion, TemplateId } from '../../../../../build/sample/plan-content.ts';
import { SAMPLE_PLANS } from '../../../../../build/sample/sample-plans.ts';
import { TEMPLATE_IDS } from '../../../../../build/sample/set-plan.ts';
import { comparePlans } from '../../../../../electron/backend/understanding/compare/compare-plans.ts';
import type { DocumentModel } from '../../../../../shared/domain/document-model.ts';
import { comparePairs } from '../../../../corpus/compare-corpus.ts';
import { readCorpus } from '../../../../corpus/read-corpus.ts';
import { sumDifferences } from '../../../../corpus/score-differences.ts';
import { warmThreads } from '../../../../support/warm-threads.ts';
import { EDITS, editPlan } from './edit-plan.ts';
import type { Edit } from './edit-plan.ts';
import { judge } from './judge.ts';

const VERSIONS = SAMPLE_PLANS.flatMap((plan) => plan.versions);
const FORMATS: readonly Format[] = ['pdf', 'docx'];
/** The same plans on every run: rendering and reading a pair takes a third of a second. */
const RUNS = { seed: 20_260_907, numRuns: 16 };

describe('a plan edited at random', () => {
  test('in any template, PDF or Word, shows exactly its edits', async () => {
    const anyEdits = fc.array(fc.tuple(fc.constantFrom(...EDITS), fc.nat()), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...VERSIONS),
        anyEdits,
        fc.constantFrom(...TEMPLATE_IDS),
        fc.constantFrom(...FORMATS),
        fc.constantFrom(...FORMATS),
        async (version, wanted, template, draftFormat, finalFormat) => {
          const { content, edits } = applyEdits(version.content, wanted);
          const draft = await read(version, 'draft', version.content, template, draftFormat);
          const final = await read(version, 'final', content, template, finalFormat);
          expect(judge(edits, comparePlans(draft, final).differences)).toEqual({ missed: [], wrong: [] });
        },
      ),
      RUNS,
    );
  });

  test('set in another template, still shows them', async () => {
    const version = VERSIONS.find(({ content }) => content.H2.provision.length > 0 && content.areas.length > 2);
    if (version === undefined) throw new Error('No plan of the sample has provision in H2.');
    const { content, edits } = applyEdits(version.content, [
      ['change_amount', 1],
      ['add_outcome', 2],
      ['reword_need', 3],
      ['add_care', 4],
      ['move_provision', 5],
    ]);
    expect(edits).toHaveLength(4);
    const draft = await read(version, 'draft', version.content, 'ruled', 'pdf');
    const final = await read(version, 'final', content, 'numbered', 'docx');
    expect(judge(edits, comparePlans(draft, final).differences)).toEqual({ missed: [], wrong: [] });
  });
});

describe('the corpus', () => {
  test('reaches a recall of 0.95 at a precision of 0.90, between any two formats', async () => {
    const pairs = comparePairs(await readCorpus(warmThreads));
    expect(pairs).toHaveLength(20);
    const byFormats = Map.groupBy(pairs, ({ draft, final }) => `${draft.format} > ${final.format}`);
    expect([...byFormats.keys()].sort()).toEqual(['docx > docx', 'docx > pdf', 'pdf > docx', 'pdf > pdf']);
    const weak = [...byFormats].filter(([, group]) => {
      const { precision, recall } = sumDifferences(group.map(({ score }) => score));
      return recall < 0.95 || precision < 0.9;
    });
    expect(weak).toEqual([]);
  });
});

/** Each edit once, and none of what another has just written. */
function applyEdits(
  start: PlanContent,
  wanted: readonly (readonly [(typeof EDITS)[number], number])[],
): { content: PlanContent; edits: Edit[] } {
  let content = start;
  const edits: Edit[] = [];
  const done = new Set<string>();
  for (const [index, [name, seed]] of wanted.entries()) {
    if (done.has(name)) continue;
    done.add(name);
    let state = seed;
    const pick = (limit: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % limit;
    };
    const result = editPlan(content, name, pick, index);
    const edit = result?.edit ?? null;
    const isSecond = edit !== null && edits.some(({ after }) => after !== null && edit.fullBefore.includes(after));
    if (result === null || isSecond) continue;
    content = result.content;
    if (edit !== null) edits.push(edit);
  }
  return { content, edits };
}

async function read(
  version: PlanVersion,
  stage: 'draft' | 'final',
  content: PlanContent,
  template: TemplateId,
  format: Format,
): Promise<DocumentModel> {
  const { bytes } = await renderVersion('edited', { ...version, stage, content, template, format });
  return warmThreads.parse(bytes);
}
