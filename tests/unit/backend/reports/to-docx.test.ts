import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/backend/reports/to-docx.ts';
import { reportBlocks } from '../../../../shared/domain/report-blocks.ts';
import type { ReportModel } from '../../../../shared/domain/report-model.ts';
import { answers, auditedDocument, reportOn, variedDocuments } from '../../shared/domain/report-fixture.ts';
import { all, parseXml, textOf, type XmlNode } from './xml-tree.ts';

const model = reportOn(variedDocuments());
const files = await partsOf(model);
const body = parseXml(files.text('word/document.xml'));

describe('the Word report', () => {
  test('has a heading for every part, in order, with the styles that fill the navigation pane', () => {
    const headings = all(body, 'w:p').flatMap((paragraph) => {
      const style = styleOf(paragraph);
      return style === 'Heading1' || style === 'Heading2' ? [[style, textOf(paragraph)]] : [];
    });
    expect(headings).toEqual(
      reportBlocks(model).flatMap((block) => (block.kind === 'heading' ? [[`Heading${block.level}`, block.text]] : [])),
    );
    expect(headings.length).toBeGreaterThan(20);
    const styles = parseXml(files.text('word/styles.xml'));
    for (const [id, level] of [
      ['Heading1', '0'],
      ['Heading2', '1'],
    ]) {
      const style = all(styles, 'w:style').find((candidate) => candidate.attrs['w:styleId'] === id);
      if (style === undefined) throw new Error(`No style ${id}`);
      expect(all(style, 'w:outlineLvl')[0]?.attrs['w:val']).toBe(level);
      expect(all(style, 'w:keepNext')).toHaveLength(1);
    }
  });

  test('holds the distribution: the table under each population has the counts of the model', () => {
    for (const population of model.populations) {
      const rows = tableAfter(`Overall grades, ${population.label.toLowerCase()}`);
      expect(rows.slice(1, 5).map((row) => [row[0], row[1]])).toEqual(
        population.distribution.grades.map((entry) => [entry.label, String(entry.share.n)]),
      );
      expect(rows[5]?.slice(0, 2)).toEqual(['All plans graded', String(population.total)]);
      const { goodOrBetter } = population.distribution;
      expect(rows[6]?.[1]).toBe(String(goodOrBetter.n));
      expect(rows[6]?.[2]).toBe(goodOrBetter.percent === null ? undefined : `${goodOrBetter.percent}%`);
    }
  });

  test('has every table of the report, cell for cell', () => {
    for (const block of reportBlocks(model)) {
      if (block.kind !== 'table') continue;
      expect(tableAfter(block.caption)).toEqual([block.columns.map((column) => column.heading), ...block.rows]);
    }
  });

  test('repeats the header row of every table, splits no row, and measures columns in absolute widths', () => {
    const tables = all(body, 'w:tbl');
    // The one without a header is the list of details under the title.
    const [details, ...reported] = tables;
    expect(details === undefined ? undefined : all(details, 'w:tblHeader')).toEqual([]);
    expect(reported).toHaveLength(reportBlocks(model).filter((block) => block.kind === 'table').length);
    for (const table of reported) {
      const [head, ...rows] = all(table, 'w:tr');
      if (head === undefined) throw new Error('A table without rows');
      expect(all(head, 'w:tblHeader')).toHaveLength(1);
      for (const row of rows) expect(all(row, 'w:tblHeader')).toEqual([]);
      for (const row of [head, ...rows]) expect(all(row, 'w:cantSplit')).toHaveLength(1);
      const widths = all(table, 'w:gridCol').map((column) => Number(column.attrs['w:w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Number(all(table, 'w:tblW')[0]?.attrs['w:w']));
      for (const cell of all(table, 'w:tcW')) expect(cell.attrs['w:type']).toBe('dxa');
    }
  });

  test('gives every chart a picture of its own and alternative text with its numbers', () => {
    const pictures = all(body, 'wp:docPr');
    expect(pictures).toHaveLength(2 * model.populations.length);
    expect(pictures[0]?.attrs['descr']).toContain('Outstanding 3 (25%, 9–53%)');
    expect(new Set(pictures.map((picture) => picture.attrs['id'])).size).toBe(pictures.length);
    for (const picture of pictures) expect(picture.attrs['descr']).toMatch(/bar chart of the grades of \d+ plans?/i);
    const images = files.names.filter((name) => name.startsWith('word/media/'));
    expect(images).toHaveLength(pictures.length);
    for (const name of images) expect(Buffer.from(files.bytes(name)).toString('latin1', 1, 4)).toBe('PNG');
  });

  test('says the headline word for word', () => {
    const paragraphs = all(body, 'w:p').map(textOf);
    for (const sentence of model.headline) expect(paragraphs).toContain(sentence);
    for (const part of model.method) expect(paragraphs).toContain(part.text);
  });

  test('is in British English, and says who made it and what it is', () => {
    const defaults = all(parseXml(files.text('word/styles.xml')), 'w:rPrDefault')[0];
    expect(defaults === undefined ? '' : all(defaults, 'w:lang')[0]?.attrs['w:val']).toBe('en-GB');
    const core = parseXml(files.text('docProps/core.xml'));
    expect(all(core, 'dc:title').map(textOf)).toEqual([
      'Partnership quality assurance report, Northmere Local Area Partnership, Autumn 2 2026/27',
    ]);
    expect(all(core, 'dc:creator').map(textOf)).toEqual(['Aisha Rahman']);
  });

  test('carries its marking and the page number on every page', () => {
    const header = files.names.filter((name) => /^word\/header\d*\.xml$/.test(name));
    const footer = files.names.filter((name) => /^word\/footer\d*\.xml$/.test(name));
    expect([header.length, footer.length]).toEqual([1, 1]);
    expect(textOf(parseXml(files.text(header[0] ?? '')))).toBe('Official – sensitive');
    const foot = parseXml(files.text(footer[0] ?? ''));
    expect(all(foot, 'w:instrText').map(textOf)).toEqual(['PAGE', 'NUMPAGES']);
    expect(textOf(foot)).toContain('Official – sensitive');
  });

  test('links its contents to headings that are there', () => {
    const names = all(body, 'w:bookmarkStart').map((bookmark) => bookmark.attrs['w:name']);
    const anchors = all(body, 'w:hyperlink').map((link) => link.attrs['w:anchor']);
    expect(anchors).toHaveLength(
      reportBlocks(model).filter((block) => block.kind === 'heading' && block.level === 1).length,
    );
    for (const anchor of anchors) expect(names).toContain(anchor);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([0, 1, 3])('of %i plans is sound XML in every part, and without a percentage of plans', async (count) => {
    const few = reportOn(
      Array.from({ length: count }, (_, at) => auditedDocument(`plan-${at}`, [answers('met', { 'S07.C4': 'partly' })])),
      { author: 'A & B <c@example.org>', partnership: { name: 'East “&” West', areaCode: '' } },
    );
    const parts = await partsOf(few);
    for (const name of parts.names.filter((entry) => /\.(xml|rels)$/.test(entry))) parseXml(parts.text(name));
    const text = textOf(parseXml(parts.text('word/document.xml')));
    expect(text).toContain('East “&” West, Autumn 2 2026/27');
    expect(text.replaceAll('95%', '')).not.toContain('%');
  });
});

test('a package without its fonts fails, and does not spoil the next report', async () => {
  const oneFigure = reportOn([auditedDocument('a', [answers('met')])]);
  await expect(renderDocx(oneFigure, { resourcesFolder: '/nowhere' })).rejects.toThrow('ENOENT');
  const { names } = await partsOf(oneFigure);
  expect(names.filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
});

async function partsOf(report: ReportModel) {
  const parts = unzipSync(await renderDocx(report));
  const bytes = (name: string): Uint8Array => {
    const found = parts[name];
    if (found === undefined) throw new Error(`No ${name} in the document`);
    return found;
  };
  return { names: Object.keys(parts), bytes, text: (name: string) => strFromU8(bytes(name)) };
}

function styleOf(paragraph: XmlNode): string | undefined {
  return all(paragraph, 'w:pStyle')[0]?.attrs['w:val'];
}

/** The cells of the table whose caption ends in these words. */
function tableAfter(caption: string): string[][] {
  const top = all(body, 'w:body')[0]?.children.filter((child) => typeof child !== 'string') ?? [];
  const at = top.findIndex(
    (node, index) => top[index + 1]?.name === 'w:tbl' && textOf(node).endsWith(caption) && styleOf(node) === 'Caption',
  );
  const table = at === -1 ? undefined : top[at + 1];
  if (table === undefined) throw new Error(`No table called “${caption}”`);
  return all(table, 'w:tr').map((row) => all(row, 'w:tc').map(textOf));
}
