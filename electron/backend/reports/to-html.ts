import { createHash } from 'node:crypto';
import { escapeXml as escape, svgToString } from '../../../shared/charts/svg-tree.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import {
  isKeptTogether,
  type ReportBlock,
  type ReportColumn,
  type ReportTable,
} from '../../../shared/domain/paper-blocks.ts';
import { printPaper } from '../../../shared/domain/report/print-paper.ts';
import { frontDetails, periodOf, subtitleOf } from '../../../shared/domain/report/report-front.ts';
import type { PartnershipReport } from '../../../shared/domain/report/report-model.ts';
import { htmlStyles } from './html-styles.ts';
import { readAsset, type AssetOptions } from './report-assets.ts';

/**
 * The report as one HTML file that needs nothing else: typeface and charts are inside it, and its own policy lets it load
 * and run nothing. Prints on A4. Throws where the typeface is missing.
 */
export async function renderHtml(model: PartnershipReport, options: AssetOptions = {}): Promise<string> {
  const { overSummary, summary, continued, about, annexes } = printPaper(model);
  return htmlPage(
    {
      documentTitle: `${model.title}, ${model.partnership}, ${periodOf(model)}`,
      author: model.author,
      marking: model.marking,
      period: periodOf(model),
      title: model.title,
      subtitle: subtitleOf(model),
      underTitle: `<p>${escape(overSummary)}</p>`,
      blocks: [...summary, ...continued, about, ...annexes],
      inSections: new Map([[about.id, `${detailsList(frontDetails(model))}\n${contents(annexes)}`]]),
    },
    options,
  );
}

/** A paper as a page; what stands under its title and its headings is HTML already. */
export interface HtmlPaper {
  documentTitle: string;
  author: string;
  marking: string;
  /** In the foot of every printed page. */
  period: string;
  title: string;
  subtitle: string;
  underTitle: string;
  blocks: readonly ReportBlock[];
  /** HTML that stands under the headings with these ids. */
  inSections?: ReadonlyMap<string, string>;
  /** Of a page or two: printed with less room between its parts. */
  isShort?: boolean;
}

/** Any paper as one HTML file that needs nothing else. Throws where the typeface is missing. */
export async function htmlPage(paper: HtmlPaper, options: AssetOptions = {}): Promise<string> {
  const font = Buffer.from(await readAsset('variableWoff2', options)).toString('base64');
  const { blocks, marking, period } = paper;
  const widths = blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(wholeWidth) : []));
  const styles = htmlStyles({ font, marking, period, widths: [...new Set(widths)].toSorted((a, b) => a - b) });
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${sha256(styles)}'; font-src data:; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escape(paper.author)}">
<meta name="color-scheme" content="light">
<link rel="icon" href="data:,">
<title>${escape(paper.documentTitle)}</title>
<style>${styles}</style>
</head>
<body${paper.isShort === true ? ' class="short-paper"' : ''}>
<header>
<p class="marking">${escape(marking)}</p>
<h1>${escape(paper.title)}</h1>
<p class="subtitle">${escape(paper.subtitle)}</p>
${paper.underTitle}
</header>
<main>
${sections(blocks, paper.inSections)}
</main>
<footer>
<p class="marking">${escape(marking)}</p>
</footer>
</body>
</html>
`;
}

function detailsList(details: readonly { label: string; value: string }[]): string {
  const pairs = details.map(({ label, value }) => `<div><dt>${escape(label)}</dt><dd>${escape(value)}</dd></div>`);
  return `<dl>\n${pairs.join('\n')}\n</dl>`;
}

function contents(blocks: readonly ReportBlock[]): string {
  const links = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1
      ? [`<li><a href="#${escape(block.id)}">${escape(block.text)}</a></li>`]
      : [],
  );
  return `<nav aria-labelledby="contents">
<p id="contents">Annexes</p>
<ul>
${links.join('\n')}
</ul>
</nav>`;
}

/** A section for each part of the report, named by its heading. */
function sections(blocks: readonly ReportBlock[], under: ReadonlyMap<string, string> = new Map()): string {
  let isOpen = false;
  const parts = blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 1) return blockToHtml(block);
    const start = `${isOpen ? '</section>\n' : ''}<section aria-labelledby="${escape(block.id)}"${block.startsPage ? ' class="new-page"' : ''}>\n`;
    isOpen = true;
    return [start + blockToHtml(block), ...(under.has(block.id) ? [under.get(block.id)] : [])].join('\n');
  });
  return parts.join('\n') + (isOpen ? '\n</section>' : '');
}

function blockToHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading': {
      // The page's only h1 is its title.
      const tag = block.level === 1 ? 'h2' : 'h3';
      return `<${tag} id="${escape(block.id)}">${escape(block.text)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${escape(block.text)}</p>`;
    case 'bullets':
      return `<ul>\n${block.items.map((item) => `<li>${escape(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableToHtml(block);
    case 'figure':
      return `<figure id="${escape(block.id)}">
<figcaption>${escape(block.caption)}</figcaption>
${svgToString(block.chart)}${noteToHtml(block.note)}
</figure>`;
    default:
      return assertNever(block);
  }
}

function tableToHtml(table: ReportTable): string {
  const className = (isNumber: boolean) => (isNumber ? ' class="number"' : '');
  const head = table.columns
    .map((column) => `<th scope="col"${className(column.isNumber)}>${escape(column.heading)}</th>`)
    .join('');
  const firstTotal = table.rows.length - table.totals;
  const rows = table.rows.map((cells, row) => {
    const [first = '', ...rest] = cells;
    const values = rest.map(
      (cell, at) => `<td${className(table.columns[at + 1]?.isNumber ?? false)}>${escape(cell)}</td>`,
    );
    return `<tr${row >= firstTotal ? ' class="total"' : ''}><th scope="row">${escape(first)}</th>${values.join('')}</tr>`;
  });
  return `<div class="table${isKeptTogether(table) ? ' short' : ''}" role="group" aria-label="${escape(table.caption)}" tabindex="0">
<table id="${escape(table.id)}">
<caption>${escape(table.caption)}</caption>
<colgroup>${table.columns.map((column) => `<col class="width-${wholeWidth(column)}">`).join('')}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>${noteToHtml(table.note)}
</div>`;
}

function noteToHtml(note: string | undefined): string {
  return note === undefined ? '' : `\n<p class="note">${escape(note)}</p>`;
}

function wholeWidth(column: ReportColumn): number {
  return Math.round(column.width * 100);
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
