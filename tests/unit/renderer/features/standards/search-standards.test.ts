import { describe, expect, it } from 'vitest';
import rubricJson from '../../../../../shared/domain/rubric/rubric-default.json' with { type: 'json' };
import { rubricSchema } from '../../../../../shared/domain/rubric/rubric.ts';
import { searchStandards } from '../../../../../renderer/features/standards/search-standards.ts';

const { standards } = rubricSchema.parse(rubricJson);

describe('searching the standards', () => {
  it('shows everything for an empty search', () => {
    const found = searchStandards(standards, '  ');
    expect(found.map(({ standard }) => standard.id)).toEqual(standards.map(({ id }) => id));
    expect(found.flatMap(({ criteria }) => criteria)).toHaveLength(
      standards.flatMap(({ criteria }) => criteria).length,
    );
  });

  it('finds words in examples and the law, whatever their case', () => {
    const found = searchStandards(standards, 'CHRONICALLY sick');
    expect(found.length).toBeGreaterThan(0);
    for (const { criteria } of found) {
      for (const criterion of criteria) expect(JSON.stringify(criterion).toLowerCase()).toContain('chronically');
    }
  });

  it('gives a standard whole when its own title is meant', () => {
    const [found] = searchStandards(standards, 'golden thread');
    const whole = standards.find(({ id }) => id === found?.standard.id);
    expect(found?.criteria).toHaveLength(whole?.criteria.length ?? -1);
  });

  it('finds nothing where nothing is', () => {
    expect(searchStandards(standards, 'zebra crossing')).toEqual([]);
  });
});
