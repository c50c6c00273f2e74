import { child, childValue, elements, isOn, wholeNumber, wordAttribute } from './xml-nodes.ts';
import type { XmlNode } from './xml-nodes.ts';

/** What a paragraph or a run looks like, as far as the reader cares; undefined means "as inherited". */
export interface WordLook {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  underline?: boolean | undefined;
  isHidden?: boolean | undefined;
  isCapitals?: boolean | undefined;
  /** Struck out with one line or with two (w:strike, w:dstrike). */
  isStruck?: boolean | undefined;
  isDoubleStruck?: boolean | undefined;
  /** Points. */
  fontSize?: number | undefined;
}

export interface WordStyle {
  name: string;
  look: WordLook;
  /** Heading level 1–9 from outlineLvl; null says body text outright. */
  headingLevel?: number | null | undefined;
  numbering?: NumberingReference | undefined;
}

export interface NumberingReference {
  numId: string;
  level: number;
}

export interface WordStyles {
  defaults: WordLook;
  defaultParagraphStyle: string | undefined;
  get(id: string | undefined): WordStyle | undefined;
}

/** The most that Word allows: 1,638 points. */
const MOST_HALF_POINTS = 3276;
/** Lists have nine levels (ECMA-376 part 1, 17.9.3). */
const DEEPEST_LEVEL = 8;
const DEFAULT_FONT_SIZE_POINTS = 10; // ECMA-376 part 1, 17.3.2.38: 10 points where nothing says otherwise

/** Reads styles.xml; each style is resolved along its basedOn chain when first asked for. */
export function readStyles(root: XmlNode | undefined): WordStyles {
  const nodes = new Map<string, XmlNode>();
  const resolved = new Map<string, WordStyle>();
  let defaultParagraphStyle: string | undefined;
  for (const style of elements(root)) {
    const id = wordAttribute(style, 'styleId');
    if (style.name !== 'w:style' || id === undefined) continue;
    nodes.set(id, style);
    if (wordAttribute(style, 'type') === 'paragraph' && wordAttribute(style, 'default') === '1')
      defaultParagraphStyle = id;
  }
  const runDefaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const defaults: WordLook = { fontSize: DEFAULT_FONT_SIZE_POINTS, ...defined(readLook(runDefaults)) };

  const get = (id: string | undefined, depth = 0): WordStyle | undefined => {
    if (id === undefined) return undefined;
    const known = resolved.get(id);
    if (known) return known;
    const node = nodes.get(id);
    if (node === undefined) return undefined;
    // A chain that bites its own tail is cut.
    const base = depth > 20 ? undefined : get(childValue(node, 'w:basedOn'), depth + 1);
    const paragraph = child(node, 'w:pPr');
    const style: WordStyle = {
      name: childValue(node, 'w:name') ?? id,
      look: { ...base?.look, ...defined(readLook(child(node, 'w:rPr'))) },
      headingLevel: readHeadingLevel(paragraph) ?? base?.headingLevel,
      numbering: mergeNumbering(readNumberingReference(paragraph), base?.numbering),
    };
    resolved.set(id, style);
    return style;
  };
  return { defaults, defaultParagraphStyle, get: (id) => get(id) };
}

/** A run's own properties (w:rPr). */
export function readLook(properties: XmlNode | undefined): WordLook {
  if (properties === undefined) return {};
  const halfPoints = Number(childValue(properties, 'w:sz') ?? Number.NaN);
  return {
    bold: isOn(child(properties, 'w:b')),
    italic: isOn(child(properties, 'w:i')),
    underline: isOn(child(properties, 'w:u')),
    isHidden: isOn(child(properties, 'w:vanish')),
    isCapitals: isOn(child(properties, 'w:caps')),
    isStruck: isOn(child(properties, 'w:strike')),
    isDoubleStruck: isOn(child(properties, 'w:dstrike')),
    fontSize: halfPoints > 0 && halfPoints <= MOST_HALF_POINTS ? halfPoints / 2 : undefined,
  };
}

/** Heading level from outlineLvl (0–8 are headings, 9 is body text); undefined where the properties do not say. */
export function readHeadingLevel(paragraph: XmlNode | undefined): number | null | undefined {
  const value = childValue(paragraph, 'w:outlineLvl');
  if (value === undefined) return undefined;
  const level = wholeNumber(value, 0, 8);
  return level === undefined ? null : level + 1;
}

/** The list a paragraph belongs to; numId 0 takes it out of its style's list. */
export function readNumberingReference(paragraph: XmlNode | undefined): NumberingReference | undefined {
  const numbering = child(paragraph, 'w:numPr');
  if (numbering === undefined) return undefined;
  return {
    numId: childValue(numbering, 'w:numId') ?? '',
    level: wholeNumber(childValue(numbering, 'w:ilvl'), 0, DEEPEST_LEVEL) ?? 0,
  };
}

/** A style may give the level and its base the list (or the paragraph the level and its style the list). */
export function mergeNumbering(
  own: NumberingReference | undefined,
  base: NumberingReference | undefined,
): NumberingReference | undefined {
  if (own === undefined) return base;
  return own.numId === '' && base !== undefined ? { numId: base.numId, level: own.level } : own;
}

/** Leaves out what is undefined, so that a spread inherits it. */
export function defined(look: WordLook): WordLook {
  const kept: WordLook = {};
  if (look.bold !== undefined) kept.bold = look.bold;
  if (look.italic !== undefined) kept.italic = look.italic;
  if (look.underline !== undefined) kept.underline = look.underline;
  if (look.isHidden !== undefined) kept.isHidden = look.isHidden;
  if (look.isCapitals !== undefined) kept.isCapitals = look.isCapitals;
  if (look.isStruck !== undefined) kept.isStruck = look.isStruck;
  if (look.isDoubleStruck !== undefined) kept.isDoubleStruck = look.isDoubleStruck;
  if (look.fontSize !== undefined) kept.fontSize = look.fontSize;
  return kept;
}
