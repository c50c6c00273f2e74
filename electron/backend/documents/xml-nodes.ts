import { SaxesParser } from 'saxes';
import { DocumentError } from './document-errors.ts';

/** A light XML element: name with the customary prefix, attributes, children (elements and text). */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

/** Customary prefixes by namespace, transitional and strict (ECMA-376 part 1, annex A; ISO/IEC 29500). */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
};

/** Deeper nesting than any real document has; a stack overflow would take the worker with it. */
const MAX_DEPTH = 400;

/**
 * Parses XML into nodes. Entities other than XML's own five are refused by the parser, so there are no entity bombs.
 * Throws DAMAGED_FILE where the XML is not well formed.
 */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const stack: XmlNode[] = [root];
  const renamed = new Map<string, string>();
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new DocumentError('DAMAGED_FILE');
  });
  parser.on('opentag', (tag) => {
    if (stack.length > MAX_DEPTH) throw new DocumentError('DAMAGED_FILE');
    const attributes: Record<string, string> = tag.attributes;
    learnPrefixes(attributes, renamed);
    const node: XmlNode = { name: rename(tag.name, renamed), attributes, children: [] };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.on('text', (text) => {
    if (stack.length > 1) stack.at(-1)?.children.push(text);
  });
  parser.write(xml.startsWith('\uFEFF') ? xml.slice(1) : xml).close();
  const first = root.children.find((child) => typeof child !== 'string');
  if (first === undefined) throw new DocumentError('DAMAGED_FILE');
  return first;
}

/** The first child element of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  for (const each of node?.children ?? []) if (typeof each !== 'string' && each.name === name) return each;
  return undefined;
}

/** All child elements. */
export function elements(node: XmlNode | undefined): XmlNode[] {
  return (node?.children ?? []).filter((each) => typeof each !== 'string');
}

/** The attribute `w:NAME` (or NAME, as strict producers may write it). */
export function wordAttribute(node: XmlNode | undefined, name: string): string | undefined {
  return node?.attributes[`w:${name}`] ?? node?.attributes[name];
}

/** The `w:val` of a child element. */
export function childValue(node: XmlNode | undefined, name: string): string | undefined {
  return wordAttribute(child(node, name), 'val');
}

/** A whole number from `least` to `most`; what is none, or lies outside, counts as not given. */
export function wholeNumber(value: string | undefined, least: number, most: number): number | undefined {
  const number = Number(value?.trim() === '' ? Number.NaN : value);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

/** An on/off property: present without a value means on (ECMA-376 part 1, 17.17.4). */
export function isOn(node: XmlNode | undefined): boolean | undefined {
  if (node === undefined) return undefined;
  const value = wordAttribute(node, 'val');
  return !(value === '0' || value === 'false' || value === 'off' || value === 'none');
}

function learnPrefixes(attributes: Record<string, string>, renamed: Map<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    const customary = PREFIXES[value];
    if (customary !== undefined && customary !== prefix) renamed.set(prefix, customary);
  }
}

function rename(name: string, renamed: Map<string, string>): string {
  if (renamed.size === 0) return name;
  const colon = name.indexOf(':');
  const customary = renamed.get(colon < 0 ? '' : name.slice(0, colon));
  return customary === undefined ? name : `${customary}:${name.slice(colon + 1)}`;
}
