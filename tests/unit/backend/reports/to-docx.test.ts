import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../../../electron/backend/reports/to-docx.ts';
import { CONTINUED_TITLE, CONTINUED_WORDS } from '../../../../shared/domain/report/own-paragraphs.ts';
import { printPaper } from '../../../../shared/domain/report/print-paper.ts';
import { printReport } from '../../../../shared/domain/report/print-report.ts';
import type { PartnershipReport } from '../../../../shared/domain/report/report-model.ts';
import { answers, gradedPlan, reportOn, variedPlans } from '../../shared/domain/report/report-fixture.ts';
import { all, parseXml, textOf, type XmlNode } from './xml-tree.ts';

const model = reportOn(variedPlans());
const files = await partsOf(model);
const body = parseXml(files.text('word/document.xml'));

describe('the Word report', () => {
  test('has a heading for every part, in order, with the styles that fill the navigation pane', () => {
    const headings = all(body, 'w:p').flatMap((paragraph) => {
      const style = styleOf(paragraph);
      return style === 'Heading1' || style === 'Heading2' ? [[style, textOf(paragraph)]] : [];
    });
    const { summary, continued, about, annexes } = printPaper(model);
    expect(headings).toEqual(
      [...summary, ...continued, about, ...annexes].flatMap((block) =>
        block.kind === 'heading' ? [[`Heading${block.level}`, block.text]] : [],
      ),
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

  test('holds the distribution: the overall table of each kind of plan has the counts of the report', () => {
    const tables = model.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'counts' && block.isDataAlone !== true && block.table.id.startsWith('overall-')
          ? [block.table]
          : [],
      ),
    );
    expect(tables.length).toBeGreaterThan(1);
    for (const table of tables) {
      const rows = tableAfter(table.caption).slice(1);
      expect(rows.map((row) => row.slice(0, 1 + table.columns.length))).toEqual(
        table.rows.map((row) => [row.label, ...row.counts.map(({ n }) => String(n))]),
      );
    }
  });

  test('has every table of the report, cell for cell', () => {
    for (const block of printReport(model)) {
      if (block.kind !== 'table') continue;
      expect(tableAfter(block.caption)).toEqual([block.columns.map((column) => column.heading), ...block.rows]);
    }
  });

  test('repeats the header row of every table, splits no row, and measures columns in absolute widths', () => {
    const tables = all(body, 'w:tbl');
    // The one without a header is the list of details behind the summary.
    const reported = tables.filter((table) => all(table, 'w:tblHeader').length > 0);
    expect(reported).toHaveLength(tables.length - 1);
    expect(reported).toHaveLength(printReport(model).filter((block) => block.kind === 'table').length);
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
    const figures = printReport(model).filter(({ kind }) => kind === 'figure');
    expect(pictures).toHaveLength(figures.length);
    expect(pictures.length).toBeGreaterThan(5);
    expect(new Set(pictures.map((picture) => picture.attrs['id'])).size).toBe(pictures.length);
    for (const picture of pictures) expect(picture.attrs['descr']).toMatch(/\d/);
    const images = files.names.filter((name) => name.startsWith('word/media/'));
    expect(images).toHaveLength(pictures.length);
    for (const name of images) expect(Buffer.from(files.bytes(name)).toString('latin1', 1, 4)).toBe('PNG');
  });

  test('says every sentence of the report word for word', () => {
    const paragraphs = new Set(all(body, 'w:p').map(textOf));
    for (const { blocks } of model.parts) {
      for (const block of blocks) {
        if (block.kind !== 'sentences') continue;
        for (const said of block.asList ? block.items : [block.items.join(' ')]) expect(paragraphs).toContain(said);
      }
    }
  });

  test('is in British English, and says who made it and what it is', () => {
    const defaults = all(parseXml(files.text('word/styles.xml')), 'w:rPrDefault')[0];
    expect(defaults === undefined ? '' : all(defaults, 'w:lang')[0]?.attrs['w:val']).toBe('en-GB');
    const core = parseXml(files.text('docProps/core.xml'));
    expect(all(core, 'dc:title').map(textOf)).toEqual([
      'Partnership quality assurance report, Fernmoor SEND Partnership, Autumn 2 2026/27',
    ]);
    expect(all(core, 'dc:creator').map(textOf)).toEqual(['Ottoline Sedge']);
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

  test('skips no level of heading, and reads in the order of the report', () => {
    const top = all(body, 'w:body')[0]?.children.filter((child) => typeof child !== 'string') ?? [];
    const levels = top.flatMap((node) => {
      const level = /^Heading(\d)$/.exec(styleOf(node) ?? '')?.[1];
      return node.name === 'w:p' && level !== undefined ? [Number(level)] : [];
    });
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    // What each block says first, as it follows in the file: captions before their tables and pictures.
    const said = top.map((node) => (node.name === 'w:tbl' ? 'table' : textOf(node)));
    const wanted = printReport(model).flatMap((block): string[] => {
      switch (block.kind) {
        case 'heading':
        case 'paragraph':
          return [block.text];
        case 'bullets':
          return block.items;
        case 'table':
          return [block.caption, 'table'];
        case 'figure':
          return [block.caption];
        default:
          return block satisfies never;
      }
    });
    let from = 0;
    for (const words of wanted) {
      const at = said.indexOf(words, from);
      expect([words, at >= from]).toEqual([words, true]);
      from = at + 1;
    }
  });

  test('links its contents to headings that are there', () => {
    const names = all(body, 'w:bookmarkStart').map((bookmark) => bookmark.attrs['w:name']);
    const anchors = all(body, 'w:hyperlink').map((link) => link.attrs['w:anchor']);
    expect(anchors).toEqual(
      printPaper(model).annexes.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.id] : [])),
    );
    expect(anchors.length).toBeGreaterThan(5);
    for (const anchor of anchors) expect(names).toContain(anchor);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([0, 1, 3])('of %i plans is sound XML in every part, and reads as one', async (count) => {
    const few = reportOn(
      Array.from({ length: count }, (_, at) => gradedPlan(`plan-${at}`, answers('met', { 'S07.C4': 'partly' }))),
      { author: 'A & B <c@example.org>', partnership: { name: 'East “&” West', areaCode: '' }, agreement: [] },
    );
    const parts = await partsOf(few);
    for (const name of parts.names.filter((entry) => /\.(xml|rels)$/.test(entry))) parseXml(parts.text(name));
    const text = textOf(parseXml(parts.text('word/document.xml')));
    expect(text).toContain('East “&” West, Autumn 2 2026/27');
  });
});

test('own words that go over the summary’s page are continued on the next, before what the report is', async () => {
  const sentence = 'The panel thanks all who took part, and asks the services to answer sooner. ';
  const report = reportOn(variedPlans(), { words: new Map([['summary', sentence.repeat(60)]]) });
  const paragraphs = all(parseXml((await partsOf(report)).text('word/document.xml')), 'w:p');
  const placeOf = (text: string) => paragraphs.findIndex((paragraph) => textOf(paragraph) === text);
  const [summary, pointer, continued, about] = ['Summary', CONTINUED_WORDS, CONTINUED_TITLE, 'About this report'].map(
    placeOf,
  );
  expect(summary).toBeGreaterThan(-1);
  expect([summary, pointer, continued, about]).toEqual(
    [summary, pointer, continued, about].toSorted((a = 0, b = 0) => a - b),
  );
  const startsPage = (at = -1) =>
    paragraphs.slice(at, at + 1).some((node) => all(node, 'w:pageBreakBefore').length > 0);
  expect([startsPage(continued), startsPage(about)]).toEqual([true, false]);
  const said = paragraphs.slice(summary, about).map(textOf).join(' ');
  expect(said.split(sentence.trim()).length - 1).toBe(60);
});

test('a package without its fonts fails, and does not spoil the next report', async () => {
  await expect(renderDocx(model, { resourcesFolder: '/nowhere' })).rejects.toThrow('ENOENT');
  const { names } = await partsOf(model);
  expect(names.filter((name) => name.startsWith('word/media/')).length).toBeGreaterThan(0);
});

async function partsOf(report: PartnershipReport) {
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
