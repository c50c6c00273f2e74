import { describe, expect, it } from 'vitest';
import { HINT_RULES } from '../../../../../electron/backend/understanding/hints/find-hints.ts';
import type { HintOptions } from '../../../../../electron/backend/understanding/hints/hint-rule.ts';
import { builtInRubric } from '../../../../../shared/domain/rubric/built-in-rubric.ts';
import { hintSchema } from '../../../../../shared/domain/hint.ts';
import { HINT_SOURCES } from '../../../../../shared/domain/hint-sources.ts';
import type { PlanFacts } from '../../../../../shared/domain/rubric/rubric.ts';
import { hints, type Parts, plan, rules, SOUND, wordsAt } from './sound-plan.ts';

describe('hints', () => {
  it('has one rule for each assist of the built-in standards', () => {
    const rubric = builtInRubric();
    const named = new Set(rubric.standards.flatMap(({ criteria }) => criteria.flatMap(({ assist }) => assist)));
    expect(new Set(HINT_RULES.map(({ assist }) => assist))).toEqual(named);
    expect(HINT_RULES).toHaveLength(named.size);
    expect(new Set(Object.keys(HINT_SOURCES))).toEqual(named);
  });

  it('sees nothing in a sound plan', () => {
    expect(hints(plan()).map(({ message }) => message)).toEqual([]);
  });

  it.each<[string, Parts, string]>([
    ['a blank section', { J: ['None.'] }, 'blank-section/blank'],
    ['not known', { D: ['Ned is not known to social care.'] }, 'not-known-phrase/not-known'],
    [
      'provision in B',
      { B: [...SOUND.B, 'He will receive a laptop for reading.'] },
      'misplaced-content/provision-outside',
    ],
    [
      'another name',
      { B: [...SOUND.B, 'When reading, Ellis will often stop and Ellis needs time.', 'They help Ellis to read.'] },
      'name-consistency/other-name',
    ],
    [
      'another pronoun',
      { A: ['Ned likes trains. He likes maps. He draws. He runs. He swims. He sings.', 'She reads slowly.'] },
      'pronoun-consistency/other-pronoun',
    ],
    [
      'a year that has passed',
      { E: ['1. By the end of Year 3, Ned will read ten words.', ...SOUND.E] },
      'year-group-consistency/past-year',
    ],
    ['old evidence', { B: [...SOUND.B, 'His reading was tested on 4 March 2023.'] }, 'stale-dates/old-evidence'],
    ['a date for no review', { front: SOUND.front.slice(0, -1) }, 'date-extraction/no-review-date'],
    [
      'an outcome that is provision',
      { E: [...SOUND.E, '4. Ned will have access to a reading scheme by July 2027.'] },
      'outcome-not-provision/has-access',
    ],
    [
      'a general outcome',
      { E: [...SOUND.E, '4. By July 2027 Ned will improve his reading.'] },
      'smart-specific/general-verb',
    ],
    [
      'an outcome without measure',
      { E: [...SOUND.E, '4. By July 2027 Ned will read to a friend.'] },
      'smart-measurable/no-measure',
    ],
    [
      'an outcome without end',
      { E: [...SOUND.E, '4. Ned will read ten words each week.'] },
      'smart-timebound/loose-deadline',
    ],
    [
      'an absolute',
      { E: [...SOUND.E, '4. By July 2027 Ned will always read to a friend.'] },
      'smart-achievable/absolute',
    ],
    ['few outcomes', { E: SOUND.E.slice(0, 2) }, 'outcome-count/few-outcomes'],
    [
      'provision without who',
      { F: [...SOUND.F, '2. Reading practice for ten minutes every day.'] },
      'provision-parts/who',
    ],
    ['a hedge', { F: [...SOUND.F, '2. A tutor will teach spelling as required.'] }, 'vague-phrases/hedge'],
    [
      'a need without provision',
      { B: [...SOUND.B, 'Ned cannot cross a busy road safely.'] },
      'need-provision-map/need-without-provision',
    ],
    [
      'an outcome without provision',
      { E: [...SOUND.E, '4. By July 2027 Ned will cross two roads on his own.'] },
      'outcome-provision-map/outcome-without-provision',
    ],
    ['a long sentence', { A: [`Ned ${'likes trains and maps and '.repeat(10)}boats.`] }, 'readability/long-sentence'],
    ['an acronym', { B: [...SOUND.B, 'Ned has DCD and reads slowly.'] }, 'acronyms/acronym'],
    [
      'a repeated sentence',
      { F: [...SOUND.F, SOUND.F[0]?.replace('1.', '2.') ?? ''] },
      'repeated-text/repeated-sentence',
    ],
    ['a final without setting', { I: ['To follow.'] }, 'section-i-status/no-setting-in-final'],
    ['no social care advice', { K: SOUND.K.filter((line) => !line.includes('Social')) }, 'advice-table/no-social-care'],
  ])('points at %s', (_what, changed, wanted) => {
    expect(rules(plan(changed))).toContain(wanted);
  });

  it('says which sections are missing', () => {
    const found = hints(plan({}, ['G'])).filter(({ rule }) => rule === 'section-missing');
    expect(found.map(({ section }) => section)).toEqual(['G']);
  });

  it('names its words and their place, and the criteria that ask', () => {
    const model = plan({ F: [...SOUND.F, '2. A tutor will teach spelling for an hour each week, as required.'] });
    const hint = hints(model).find(({ assist }) => assist === 'vague-phrases');
    expect(hint).toMatchObject({ quote: 'as required', section: 'F', criteria: ['S07.C4'] });
    expect(hint?.message).toBe('Seen: “as required”. Rule: These words leave room for doubt.');
    expect(wordsAt(model, hint)).toEqual(['as required']);
    expect(hintSchema.parse(hint)).toEqual(hint);
  });

  it('leaves exact wording alone', () => {
    const model = plan({
      F: [
        ...SOUND.F,
        '2. Access to the library for reading, with the librarian, at every lunch break.',
        '3. From the May half-term a tutor will teach spelling for at least 20 minutes daily.',
      ],
    });
    expect(rules(model).filter((rule) => /vague|parts/.test(rule))).toEqual([]);
  });

  it('takes a date above a list for each of its outcomes', () => {
    const lines = [
      'By the end of Key Stage 3, the outcomes are these:',
      '1. Ned will read ten words on his own.',
      '2. Ned will write five sentences on his own.',
      '3. Ned will spell ten words on his own.',
    ];
    expect(rules(plan({ E: lines })).filter((rule) => rule.startsWith('smart-timebound'))).toEqual([]);
  });

  it('does not take a sister for another child', () => {
    const model = plan({ A: ['Ned likes trains. His sister Ellis has a train. When he reads, Ellis will help.'] });
    expect(rules(model).filter((rule) => rule.startsWith('name'))).toEqual([]);
  });

  it('asks for preparing for adulthood from Year 9 only', () => {
    const areas = (ncYear: number): string[] => rules(plan(), {}, { ncYear }).filter((rule) => rule.startsWith('pfa'));
    expect(areas(8)).toEqual([]);
    expect(areas(9)).toHaveLength(4);
  });

  it('gives every hint an id of its own that stays', () => {
    const model = plan({ F: ['1. Support as required.', '2. Help as required.', '3. Input as required.'] });
    const ids = hints(model).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(hints(model).map(({ id }) => id)).toEqual(ids);
  });
});

describe('clocks', () => {
  it.each<[string, HintOptions, string]>([
    ['20 weeks', { dates: { finalIssued: '2026-05-27' } }, 'clock-20-weeks/late-final'],
    ['15 days', { dates: { draftServed: '2026-04-27' } }, 'clock-15-days/final-within-15-days'],
    ['twelve months', { dates: { nextReview: '2027-06-01' } }, 'clock-annual-review/review-set-late'],
    ['4 weeks', { dates: { reviewMeeting: '2026-04-01', noticeSent: '2026-04-30' } }, 'clock-review/notice-late'],
    [
      '8 weeks',
      { dates: { reviewMeeting: '2026-02-03', noticeSent: '2026-02-27' } },
      'clock-review/amended-final-late',
    ],
    ['15 February', { dates: {} }, 'clock-phase-transfer/transfer-late'],
    [
      'six weeks',
      { adviceRequests: [{ service: 'Therapy', asked: '2026-01-12', received: '2026-02-24' }] },
      'advice-dates/advice-late',
    ],
  ])('says when %s were not kept', (what, options, wanted) => {
    const facts: PlanFacts = what === '15 February' ? { ncYear: 6, planType: 'reviewed' } : { ncYear: 5 };
    expect(rules(plan({ front: SOUND.front.filter((line) => !line.includes('Year 6')) }), options, facts)).toContain(
      wanted,
    );
  });

  it.each<[string, HintOptions]>([
    ['the last day of the 20 weeks', { dates: { finalIssued: '2026-05-25' } }],
    ['a lawful exception', { dates: { finalIssued: '2026-05-30' }, hasLawfulException: true }],
    ['the sixteenth day', { dates: { draftServed: '2026-04-26' } }],
    [
      'the last day of six weeks',
      { adviceRequests: [{ service: 'Therapy', asked: '2026-01-12', received: '2026-02-23' }] },
    ],
  ])('is silent on %s', (_what, options) => {
    const model = plan({ front: SOUND.front.filter((line) => !line.includes('Year 6')) });
    expect(rules(model, options, { ncYear: 5 }).filter((rule) => /clock|advice-dates/.test(rule))).toEqual([]);
  });
});
