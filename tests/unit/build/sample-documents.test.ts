import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { goldOf } from '../../../build/sample/gold.ts';
import { textsOf } from '../../../build/sample/layout.ts';
import { makeSampleFiles } from '../../../build/sample/manifest.ts';
import type { PlanVersion } from '../../../build/sample/plan-content.ts';
import { renderVersion } from '../../../build/sample/render-version.ts';
import { everySamplePlan } from '../../../build/sample/sample-plans.ts';
import { setPlan, TEMPLATE_IDS } from '../../../build/sample/set-plan.ts';

const FOLDER = path.resolve('electron/backend/sample/plans');
const PLANS = everySamplePlan();
const VERSIONS = PLANS.flatMap((plan) => plan.versions.map((version) => ({ plan, version })));
const ALL_SECTIONS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'];

describe('the sample’s files', () => {
  it('are what the maker makes, byte for byte', async () => {
    const { files, manifest } = await makeSampleFiles(renderVersion);
    expect(readdirSync(FOLDER).sort()).toEqual([...files.map(({ name }) => name), 'sample.json'].sort());
    for (const { name, bytes } of files) {
      expect(Buffer.from(bytes).equals(readFileSync(path.join(FOLDER, name))), `${name}: npm run sample`).toBe(true);
    }
    expect(JSON.parse(readFileSync(path.join(FOLDER, 'sample.json'), 'utf8'))).toEqual(manifest);
  }, 60_000);

  it('cover both formats, every template, drafts and finals, and ages from 3 to 22', () => {
    const seen = (pick: (version: PlanVersion) => string) => new Set(VERSIONS.map(({ version }) => pick(version)));
    expect(seen(({ format }) => format)).toEqual(new Set(['docx', 'pdf']));
    expect(seen(({ template }) => template)).toEqual(new Set(TEMPLATE_IDS));
    expect(seen(({ stage }) => stage)).toEqual(new Set(['draft', 'final', 'amended_draft', 'amended_final']));
    const births = PLANS.map(({ register }) => register.dateOfBirth ?? '').sort();
    expect([births.at(-1)?.slice(0, 4), births[0]?.slice(0, 4)]).toEqual(['2023', '2004']);
  });

  it('stay small enough to ship', () => {
    const size = readdirSync(FOLDER).reduce((sum, name) => sum + readFileSync(path.join(FOLDER, name)).length, 0);
    expect(size).toBeLessThan(3 * 1024 * 1024);
  });
});

describe.each(TEMPLATE_IDS)('the %s template', (template) => {
  it.each(VERSIONS.map(({ plan, version }) => [`${plan.id} ${version.stage}`, plan, version] as const))(
    'sets %s whole',
    (_name, plan, version) => {
      const layout = setPlan(version.content, version.stage, template);
      const gold = goldOf(plan.id, { ...version, template }, layout);
      const without = version.content.flaws?.without ?? [];
      expect(Object.keys(gold.sections).sort()).toEqual(
        ALL_SECTIONS.filter((id) => !without.some((one) => one === id)),
      );
      const written = [...textsOf(layout.nodes)].map(({ text }) => text).join('\n');
      for (const outcome of gold.outcomes) expect(gold.sections['E']).toContain(outcome);
      for (const { section, text } of gold.provisions) expect(gold.sections[section]).toContain(text);
      for (const date of Object.values(gold.keyDates)) expect(written).toContain(date.printed);
      for (const { author } of gold.advice) expect(gold.sections['K']).toContain(author);
    },
  );
});

describe('a Word file', () => {
  const word = VERSIONS.find(({ version }) => version.format === 'docx');

  it('holds every text of its layout, under real headings and in real tables', async () => {
    if (!word) throw new Error('The sample has no Word file.');
    const { bytes, layout } = await renderVersion(word.plan.id, word.version);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('\n');
    for (const { text } of textsOf(layout.nodes)) expect(words).toContain(text.replaceAll('&', '&amp;'));
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)?.length).toBe(
      layout.nodes.filter((node) => node.kind === 'heading' && node.level === 2).length,
    );
    expect(xml.match(/<w:tbl>/g)?.length).toBe(layout.nodes.filter((node) => node.kind === 'table').length);
  });

  it('carries the plan’s own date, not the day it was made', async () => {
    if (!word) throw new Error('The sample has no Word file.');
    const { bytes, layout } = await renderVersion(word.plan.id, word.version);
    const core = strFromU8(unzipSync(bytes)['docProps/core.xml'] ?? new Uint8Array());
    expect(new Set([...core.matchAll(/\d{4}-\d\d-\d\d(?=T)/g)].map(([date]) => date))).toEqual(new Set([layout.date]));
  });
});
