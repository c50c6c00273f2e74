import { describe, expect, it } from 'vitest';
import { halfOf, readStatements, scoreStatements } from '../../../../corpus/score-statements.ts';

/** What the rules must reach on labelled statements; they reach more, and must not fall below. */
const FLOORS: Readonly<Record<string, number>> = {
  outcome: 0.9,
  'smart.specific': 0.85,
  'smart.measurable': 0.88,
  'smart.timebound': 0.92,
  'prov.specific': 0.85,
  'prov.quantified': 0.9,
  'prov.who': 0.9,
  'prov.frequency': 0.9,
  'prov.duration': 0.9,
  vaguePhrases: 0.88,
  pfaAreas: 0.8,
};

describe('figures of the statement rules', () => {
  it.each(['dev', 'tuning', 'held_back'])('hold on the %s statements', async (name) => {
    const set =
      name === 'dev'
        ? await readStatements('statements-dev.json')
        : halfOf(await readStatements('statements-own.json'), name);
    const { figures } = scoreStatements(set);
    for (const [label, floor] of Object.entries(FLOORS))
      expect(figures[label], `${label} on ${name}`).toBeGreaterThanOrEqual(floor);
  });
});
