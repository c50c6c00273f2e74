import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paletteOf } from '../../../../shared/charts/grade-marks.ts';

const css = readFileSync(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const A_COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi;
const THEMES = ['light', 'dark'] as const;
const GROUNDS = ['paper', 'surface', 'sunken', 'raised', 'hover'];

function colour(name: string, theme: (typeof THEMES)[number]): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`No colour token ${name}`);
  return token[theme];
}

describe.each(THEMES)('the %s colours', (theme) => {
  it.each(['ink', 'ink-soft', 'link', 'gold-ink', 'danger', 'warning', 'success', 'info'])(
    'keep %s readable on every ground (4.5:1)',
    (text) => {
      for (const ground of GROUNDS) {
        expect(contrast(colour(text, theme), colour(ground, theme)), `on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it.each(['gold', 'line-strong'])('keep %s visible on every ground (3:1)', (line) => {
    for (const ground of GROUNDS) {
      expect(contrast(colour(line, theme), colour(ground, theme)), `on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });

  it.each([
    ['on-action', 'action'],
    ['on-action', 'action-hover'],
    ['on-danger', 'danger-action'],
    ['on-danger', 'danger-action-hover'],
    ['ink', 'danger-wash'],
    ['ink', 'warning-wash'],
    ['ink', 'success-wash'],
    ['ink', 'info-wash'],
    ['ink-soft', 'danger-wash'],
    ['ink', 'gold-wash'],
    ['ink', 'selected'],
    ['gold-ink', 'gold-wash'],
  ])('keep %s readable on %s (4.5:1)', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it('show the pattern of every grade that has one (3:1 against its ground)', () => {
    for (const tone of [2, 3, 4, 5, 6]) {
      const ratio = contrast(colour(`on-grade-${tone}`, theme), colour(`grade-${tone}`, theme));
      expect(ratio, `grade ${tone}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('are those of the charts', () => {
    const { paper, ink, tones } = paletteOf(theme);
    expect({ paper, ink }).toEqual({ paper: colour('surface', theme), ink: colour('ink', theme) });
    expect(tones).toEqual(
      [1, 2, 3, 4, 5, 6].map((tone) => ({
        ground: colour(`grade-${tone}`, theme),
        over: colour(`on-grade-${tone}`, theme),
      })),
    );
  });

  it('keep the four usual grades apart in grey', () => {
    const greys = [1, 2, 4, 6].map((tone) => luminance(colour(`grade-${tone}`, theme))).sort((a, b) => a - b);
    const ratios = greys.slice(1).map((grey, at) => (grey + 0.05) / ((greys[at] ?? 0) + 0.05));
    for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(1.25);
  });
});

describe('the tokens', () => {
  it('are the only place where a colour is written', () => {
    const folder = new URL('../../../../renderer/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
    expect(files.length).toBeGreaterThan(10);
    const colours = files
      .filter((file) => !file.endsWith('tokens.css'))
      .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(A_COLOUR) ?? []);
    expect(colours).toEqual([]);
  });
});
