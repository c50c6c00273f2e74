import { showBullet } from './list-marker.ts';
import { childValue, elements, isOn, child, wholeNumber, wordAttribute } from './xml-nodes.ts';
import type { XmlNode } from './xml-nodes.ts';
import type { NumberingReference } from './docx-styles.ts';

/** As large as a number of 32 bits may be. */
const MOST = 2_147_483_647;

interface Level {
  start: number;
  format: string;
  text: string;
  /** The level whose counting restarts this one; 0 means never. */
  restart: number | null;
  isLegal: boolean;
}

interface List {
  abstractId: string;
  overrides: Map<number, { start?: number; level?: Level }>;
}

/** Counts list items in document order and says each one's marker as Word prints it ("1.1", "•", "(b)"). */
export interface NumberingCounter {
  next(reference: NumberingReference): { marker: string; level: number; isBullet: boolean } | null;
}

/** Reads numbering.xml (ECMA-376 part 1, 17.9). */
export function readNumbering(root: XmlNode | undefined): NumberingCounter {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  for (const node of elements(root)) {
    if (node.name === 'w:abstractNum') abstracts.set(wordAttribute(node, 'abstractNumId') ?? '', readLevels(node));
    if (node.name === 'w:num') lists.set(wordAttribute(node, 'numId') ?? '', readList(node));
  }
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();

  return {
    next({ numId, level }) {
      const list = lists.get(numId);
      const levels = list && abstracts.get(list.abstractId);
      if (list === undefined || levels === undefined || numId === '0') return null;
      const at = (index: number): Level | undefined => list.overrides.get(index)?.level ?? levels.get(index);
      const own = at(level);
      if (own === undefined) return null;
      const counts = counters.get(list.abstractId) ?? new Map<number, number>();
      counters.set(list.abstractId, counts);
      const override = list.overrides.get(level)?.start;
      if (override !== undefined && !begun.has(`${numId}/${level}`)) {
        begun.add(`${numId}/${level}`);
        counts.set(level, override - 1);
      }
      counts.set(level, (counts.get(level) ?? own.start - 1) + 1);
      for (const deeper of counts.keys()) {
        const restart = at(deeper)?.restart ?? null;
        if (deeper > level && (restart === null || restart > level)) counts.delete(deeper);
      }
      return { marker: show(own, level, counts, at), level, isBullet: own.format === 'bullet' };
    },
  };
}

function readLevels(node: XmlNode): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const each of elements(node)) {
    if (each.name === 'w:lvl') levels.set(Number(wordAttribute(each, 'ilvl') ?? 0), readLevel(each));
  }
  return levels;
}

function readLevel(node: XmlNode): Level {
  return {
    start: numberOf(childValue(node, 'w:start')) ?? 1,
    format: childValue(node, 'w:numFmt') ?? 'decimal',
    text: childValue(node, 'w:lvlText') ?? '',
    restart: numberOf(childValue(node, 'w:lvlRestart')) ?? null,
    isLegal: isOn(child(node, 'w:isLgl')) ?? false,
  };
}

function numberOf(value: string | undefined): number | undefined {
  return wholeNumber(value, 0, MOST);
}

function readList(node: XmlNode): List {
  const overrides: List['overrides'] = new Map();
  for (const each of elements(node)) {
    if (each.name !== 'w:lvlOverride') continue;
    const start = numberOf(childValue(each, 'w:startOverride'));
    const level = child(each, 'w:lvl');
    overrides.set(Number(wordAttribute(each, 'ilvl') ?? 0), {
      ...(start === undefined ? {} : { start }),
      ...(level === undefined ? {} : { level: readLevel(level) }),
    });
  }
  return { abstractId: childValue(node, 'w:abstractNumId') ?? '', overrides };
}

function show(
  own: Level,
  level: number,
  counts: ReadonlyMap<number, number>,
  at: (index: number) => Level | undefined,
): string {
  if (own.format === 'bullet') return own.text.replace(/[\uE000-\uF8FF]/gu, showBullet) || '•';
  if (own.format === 'none') return own.text.replace(/%\d/g, '').trim();
  return own.text
    .replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = own.isLegal && index < level ? 'decimal' : (at(index)?.format ?? 'decimal');
      return formatNumber(counts.get(index) ?? at(index)?.start ?? 1, format);
    })
    .trim();
}

function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

/** Thirty letters in a row, the most that Word shows; a hostile number would fill the memory with them. */
const MOST_LETTERED = 780;

/** a … z, aa, bb …: Word repeats the letter, it does not count in base 26. */
function letters(value: number): string {
  if (!(value >= 1)) return '';
  if (value > MOST_LETTERED) return String(value);
  return String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let rest = Math.min(value, 3999);
  let text = '';
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}
