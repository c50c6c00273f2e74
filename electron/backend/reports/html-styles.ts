/** The HTML report's style sheet: dark on light, one column to read, A4 when printed. */
export function htmlStyles(parts: {
  /** WOFF2 in base64. */
  font: string;
  marking: string;
  period: string;
  /** Column widths in whole per cent; column class names are `width-` and the number. */
  widths: readonly number[];
}): string {
  return `
@font-face {
  font-family: 'Atkinson Hyperlegible Next';
  src: url(data:font/woff2;base64,${parts.font}) format('woff2');
  font-weight: 200 800;
}
* { box-sizing: border-box; }
html { color-scheme: light; background: #fbfaf6; }
body {
  margin: 0 auto;
  padding: 1.5rem 1.5rem 3rem;
  max-width: 56rem;
  font: 1rem/1.5 'Atkinson Hyperlegible Next', Arial, sans-serif;
  font-variant-numeric: tabular-nums;
  color: #1b2330;
}
h1, h2, h3 { line-height: 1.25; break-after: avoid; text-wrap: balance; }
h1 { margin: 1rem 0 0.25rem; font-size: 2rem; }
h2 { margin: 3rem 0 0.75rem; padding-top: 0.75rem; border-top: 3px solid #a87708; font-size: 1.5rem; }
h3 { margin: 2rem 0 0.5rem; font-size: 1.2rem; color: #20344f; }
p, li, dd { max-width: 68ch; overflow-wrap: anywhere; }
ul { padding-left: 1.25rem; }
li { margin: 0.35rem 0; }
a { color: #1d4e80; }
a:focus-visible, .table:focus-visible { outline: 3px solid #a87708; outline-offset: 2px; }
.marking { margin: 0; max-width: none; text-align: center; font-weight: 700; }
.subtitle { margin: 0 0 1rem; font-size: 1.25rem; color: #474f5d; }
dl { margin: 0; }
dl div { display: flex; gap: 1rem; margin: 0.15rem 0; }
dt { flex: 0 0 7rem; font-weight: 700; }
dd { margin: 0; }
nav { margin: 1.5rem 0 0; }
nav p { margin: 0; font-weight: 700; }
nav ul { margin: 0.25rem 0 0; padding: 0; list-style: none; columns: 15rem 3; }
nav li { margin: 0 0 0.3rem; break-inside: avoid; }
figure { margin: 1rem 0; break-inside: avoid; }
figcaption, caption {
  padding: 0 0 0.5rem;
  text-align: left;
  font-size: 0.9375rem;
  font-weight: 700;
  color: #474f5d;
  break-after: avoid;
}
figure svg { display: block; width: 100%; height: auto; max-width: 45rem; }
.table { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.35; background: #ffffff; }
caption { background: #fbfaf6; }
th, td { padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #cfcabd; }
thead th { background: #20344f; color: #ffffff; font-weight: 700; vertical-align: bottom; }
tbody th { font-weight: 400; }
${parts.widths.map((width) => `.width-${width} { width: ${width}%; }`).join('\n')}
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.total th, .total td { background: #f2f0e9; font-weight: 700; }
.note { margin: 0.25rem 0 0; max-width: none; font-size: 0.8125rem; color: #474f5d; }
footer { margin-top: 3rem; }
@page {
  size: A4;
  margin: 17mm 17mm 16mm;
  @top-center { content: ${cssString(parts.marking)}; font: 700 10pt 'Atkinson Hyperlegible Next', Arial, sans-serif; }
  @bottom-left { content: ${cssString(parts.period)}; font: 9pt 'Atkinson Hyperlegible Next', Arial, sans-serif; }
  @bottom-center { content: ${cssString(parts.marking)}; font: 700 9pt 'Atkinson Hyperlegible Next', Arial, sans-serif; }
  @bottom-right {
    content: "Page " counter(page) " of " counter(pages);
    font: 9pt 'Atkinson Hyperlegible Next', Arial, sans-serif;
  }
}
@media print {
  html, caption { background: #ffffff; }
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.3; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  /* In the margins of every page already. */
  .marking { display: none; }
  nav { margin-top: 0.6rem; }
  nav ul { columns: 2; }
  nav li { margin: 0; }
  dl div { margin: 0; }
  h1 { margin-top: 0; font-size: 19pt; }
  .subtitle { margin-bottom: 0.3rem; font-size: 12.5pt; }
  h2 { margin: 0.9rem 0 0.35rem; padding-top: 0.4rem; font-size: 14pt; }
  h3 { margin: 0.65rem 0 0.2rem; font-size: 12pt; }
  p, ul { margin: 0.35rem 0; }
  li { margin: 0.08rem 0; }
  p, li, dd { max-width: none; break-inside: avoid; }
  .short-paper h1 { font-size: 18pt; }
  .short-paper .subtitle { margin-bottom: 0.4rem; font-size: 12pt; }
  .short-paper h2 { margin: 0.8rem 0 0.3rem; padding-top: 0.35rem; font-size: 13pt; }
  .short-paper p, .short-paper ul { margin: 0.35rem 0; }
  .short-paper li { margin: 0.15rem 0; }
  .new-page { break-before: page; }
  .new-page > h2 { margin-top: 0; }
  .table { overflow: visible; margin: 0.4rem 0 0.6rem; }
  figure { margin: 0.5rem 0; }
  figure svg { max-width: 152mm; }
  figcaption, caption { padding-bottom: 0.25rem; font-size: 10pt; }
  table { font-size: 10pt; line-height: 1.22; }
  thead th { font-size: 9.5pt; }
  th, td { padding: 0.1rem 0.35rem; }
  .note { font-size: 8pt; break-before: avoid; }
  .short { break-inside: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  h2 + p, h3 + p:has(+ figure), h3 + p:has(+ .table) { break-after: avoid; }
}
`;
}

/** A CSS string: nothing in it can end it or the style element around it. */
function cssString(text: string): string {
  const escaped = Array.from(text, (character) =>
    /[\p{L}\p{N} ,.–-]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
