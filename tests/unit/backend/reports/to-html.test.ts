import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../../electron/backend/reports/to-html.ts';
import { printPaper } from '../../../../shared/domain/report/print-paper.ts';
import { printReport } from '../../../../shared/domain/report/print-report.ts';
import type { PartnershipReport } from '../../../../shared/domain/report/report-model.ts';
import { answers, gradedPlan, reportOn, variedPlans } from '../../shared/domain/report/report-fixture.ts';
import { all, parseXml, textOf, type XmlNode } from './xml-tree.ts';

const model = reportOn(variedPlans());
const html = await renderHtml(model);
const page = pageOf(html);

/** With that of the page behind the summary. */
function headingsOnPaper(report: PartnershipReport): string[] {
  const { summary, continued, about, annexes } = printPaper(report);
  return [...summary, ...continued, about, ...annexes].flatMap((block) =>
    block.kind === 'heading' ? [block.text] : [],
  );
}

describe('the HTML report', () => {
  test('is in British English, has one title and headings that skip no level', () => {
    expect(all(page, 'html')[0]?.attrs['lang']).toBe('en-GB');
    const levels = headings(page).map((node) => Number(node.name.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(headings(page).slice(1).map(textOf)).toEqual(headingsOnPaper(model));
  });

  test('has its landmarks, and names its contents and sections', () => {
    for (const landmark of ['header', 'nav', 'main', 'footer']) expect(all(page, landmark)).toHaveLength(1);
    const ids = new Set(elements(page).flatMap((node) => node.attrs['id'] ?? []));
    const references = elements(page).flatMap((node) => node.attrs['aria-labelledby']?.split(' ') ?? []);
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) expect(ids).toContain(reference);
    for (const link of all(page, 'a')) expect(ids).toContain(link.attrs['href']?.slice(1));
  });

  test('reads in the order of the report', () => {
    const said = elements(page)
      .filter(({ name }) => ['h2', 'h3', 'p', 'li', 'caption', 'figcaption'].includes(name))
      .map(textOf);
    let from = 0;
    for (const block of printReport(model)) {
      const words =
        block.kind === 'bullets'
          ? block.items
          : [block.kind === 'table' || block.kind === 'figure' ? block.caption : block.text];
      for (const text of words) {
        const at = said.indexOf(text, from);
        expect([text, at >= from]).toEqual([text, true]);
        from = at + 1;
      }
    }
  });

  test('uses no id twice, charts included', () => {
    const ids = elements(page).flatMap((node) => node.attrs['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has every table of the report with its cells, a caption and scoped headers', () => {
    const tables = all(page, 'table');
    const expected = printReport(model).flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(tables).toHaveLength(expected.length);
    for (const [at, table] of tables.entries()) {
      const block = expected[at];
      if (block === undefined) throw new Error('More tables than the report has');
      expect(all(table, 'caption').map(textOf)).toEqual([block.caption]);
      const [head, ...rows] = all(table, 'tr').map((row) => row.children.filter((child) => typeof child !== 'string'));
      expect(head?.map(textOf)).toEqual(block.columns.map((column) => column.heading));
      expect(rows.map((row) => row.map(textOf))).toEqual(block.rows);
      expect(head?.every((cell) => cell.name === 'th' && cell.attrs['scope'] === 'col')).toBe(true);
      for (const [first, ...rest] of rows) {
        expect([first?.name, first?.attrs['scope']]).toEqual(['th', 'row']);
        expect(rest.every((cell) => cell.name === 'td')).toBe(true);
      }
    }
  });

  test('draws each chart in place, as one picture with a title and a description', () => {
    const charts = all(page, 'svg');
    expect(charts).toHaveLength(printReport(model).filter(({ kind }) => kind === 'figure').length);
    for (const chart of charts) {
      expect(chart.attrs['role']).toBe('img');
      expect(all(chart, 'title').map(textOf)[0]).not.toBe('');
      expect(all(chart, 'desc').map(textOf)[0]).toMatch(/\d/);
    }
  });

  test('needs and runs nothing from outside: a policy, its one style sheet by digest, no script, no style attribute', () => {
    const policy = all(page, 'meta').find((meta) => meta.attrs['http-equiv'] === 'Content-Security-Policy');
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(policy?.attrs['content']).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; font-src data:; img-src data:`,
    );
    expect(all(page, 'script')).toEqual([]);
    for (const node of elements(page)) {
      expect(Object.keys(node.attrs).filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
    }
    const addresses = elements(page).flatMap((node) => [node.attrs['src'] ?? [], node.attrs['href'] ?? []].flat());
    for (const address of addresses) expect(address).toMatch(/^(#|data:,$)/);
    expect(style.replaceAll(/url\(data:font\/woff2;base64,[\w+/=]+\)/g, '')).not.toContain('url(');
    expect(style).toMatch(/url\(data:font\/woff2;base64,d09GMg/);
  });

  test('prints its marking and page numbers on A4', () => {
    expect(html).toContain('content: "Official – sensitive"');
    expect(html).toMatch(/@page \{\s*size: A4;/);
    expect(html).toContain('counter(page) " of " counter(pages)');
  });
});

test('text that looks like markup stays text', async () => {
  const hostile = '</style><script>alert(1)</script>"\'&';
  const report = reportOn([gradedPlan('a', answers('met'))], {
    author: hostile,
    partnership: { name: hostile, areaCode: hostile },
    halfTerm: {
      id: '2026-27/2',
      label: hostile,
      schoolYear: '2026-27',
      number: 2,
      start: '2026-11-02',
      end: '2026-12-18',
    },
    words: new Map([['summary', hostile]]),
  });
  const written = await renderHtml({ ...report, marking: `${hostile}\n` });
  const read = pageOf(written);
  expect(all(read, 'script')).toEqual([]);
  expect(all(read, 'style')).toHaveLength(1);
  expect(written.split('</style>')).toHaveLength(2);
  expect(all(read, 'h1').map(textOf)).toEqual(['Partnership quality assurance report']);
  expect(all(read, 'p').map(textOf)).toContain(`${hostile} (${hostile}), ${hostile} 2026/27`);
});

/** The page as a tree: our HTML is XML but for its doctype and the elements that have no end tag. */
function pageOf(text: string): XmlNode {
  return parseXml(text.replace(/^<!doctype html>\n/, '').replaceAll(/<(meta|link|col)\b([^>]*)>/g, '<$1$2/>'));
}

function elements(node: XmlNode): XmlNode[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elements(child)]));
}

function headings(node: XmlNode): XmlNode[] {
  return elements(node).filter((element) => /^h[1-6]$/.test(element.name));
}
