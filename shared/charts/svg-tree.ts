/**
 * A drawing as plain data. Charts are drawn once, to this tree; the screen renders it as React elements, the HTML report
 * and the picture in the Word report take it as text, so that all of them show the same thing.
 */
export interface SvgNode {
  tag: string;
  /** Attribute names as SVG spells them (`text-anchor`, `viewBox`); `style` is refused, since the pages' policy forbids it. */
  attrs: Record<string, string | number>;
  children: (SvgNode | string)[];
}

/** A node, written briefly: `svg('rect', { x: 0, y: 0, width: 10, height: 4 })`. */
export function svg(
  tag: string,
  attrs: Record<string, string | number> = {},
  children: (SvgNode | string)[] = [],
): SvgNode {
  return { tag, attrs, children };
}

/**
 * Gives the tree as SVG markup, every text and attribute escaped.
 * Throws on a tag or attribute name that is not a plain XML name, and on inline style and event attributes.
 */
export function svgToString(node: SvgNode): string {
  if (!PLAIN_NAME.test(node.tag)) throw new Error(`Not an SVG element name: ${node.tag}`);
  const attrs = Object.entries(node.attrs).map(
    ([name, value]) => ` ${checkedName(name)}="${escapeXml(String(value))}"`,
  );
  const open = `<${node.tag}${attrs.join('')}`;
  if (node.children.length === 0) return `${open}/>`;
  const inner = node.children.map((child) => (typeof child === 'string' ? escapeXml(child) : svgToString(child)));
  return `${open}>${inner.join('')}</${node.tag}>`;
}

/** Escapes text for an XML or HTML text node or a double-quoted attribute; drops characters that XML 1.0 cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(NOT_IN_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const PLAIN_NAME = /^[a-zA-Z_][\w.:-]*$/;
/** XML 1.0 (fifth edition) §2.2: these control characters, lone surrogates and non-characters may not appear at all. */
const NOT_IN_XML =
  // oxlint-disable-next-line no-control-regex -- to match control characters is the point
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function checkedName(name: string): string {
  if (!PLAIN_NAME.test(name) || name === 'style' || /^on/i.test(name)) throw new Error(`Not an SVG attribute: ${name}`);
  return name;
}
