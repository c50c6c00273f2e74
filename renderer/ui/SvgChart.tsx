import { createElement } from 'react';
import type { ReactNode } from 'react';
import type { SvgNode } from '../../shared/charts/svg-tree.ts';
import './svg-chart.css';

/** Draws a chart's tree as React elements: no markup is parsed, so text stays text. Its title and description are in the tree. */
export function SvgChart({ chart }: { chart: SvgNode }) {
  return <div className="svg-chart">{toElement(chart, 'chart')}</div>;
}

function toElement(node: SvgNode, key: string): ReactNode {
  const attributes: Record<string, string | number> = { key };
  for (const [name, value] of Object.entries(node.attrs)) attributes[reactName(name)] = value;
  return createElement(
    node.tag,
    attributes,
    ...node.children.map((child, at) => (typeof child === 'string' ? child : toElement(child, String(at)))),
  );
}

/** React spells SVG attributes with hyphens in camel case; `aria-` and `data-` stay as they are. */
function reactName(name: string): string {
  if (name === 'class') return 'className';
  if (name.startsWith('aria-') || name.startsWith('data-')) return name;
  return name.replaceAll(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
