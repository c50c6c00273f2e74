import { describe, expect, it } from 'vitest';
import { ownNames } from '../../../../../electron/backend/understanding/hints/own-names.ts';
import {
  maskedKey,
  planSentences,
  templateOf,
} from '../../../../../electron/backend/understanding/hints/plan-sentences.ts';
import { comparePlans } from '../../../../../electron/backend/understanding/compare/compare-plans.ts';
import type { DocumentModel } from '../../../../../shared/domain/document-model.ts';
import { hints, plan, SOUND, wordsAt } from './sound-plan.ts';

const NED = new Set(['ned', 'vale']);
const AMARA = new Set(['amara', 'fieldgate']);

describe('sentences as they are compared', () => {
  it.each([
    [
      'a name',
      'Ned Vale will work with a trained adult on sounding out new words each day.',
      'Amara will work with a trained adult on sounding out new words each day.',
    ],
    [
      'a name of whom something is',
      'Ned’s teacher will pre-teach the new words of each lesson on the day before.',
      "Amara's teacher will pre-teach the new words of each lesson on the day before.",
    ],
    [
      'a pronoun for a name',
      'An adult sits near Ned at lunch and helps him to open his packets and drinks.',
      'An adult sits near Amara at lunch and helps her to open her packets and drinks.',
    ],
    [
      'stops and capitals',
      'A Teaching Assistant, trained in phonics, will read with him for ten minutes each day!',
      'A teaching assistant trained in phonics will read with her for ten minutes each day.',
    ],
  ])('are alike but for %s', (_what, ned, amara) => {
    expect(maskedKey(ned, NED)).not.toBeNull();
    expect(maskedKey(ned, NED)).toBe(maskedKey(amara, AMARA));
  });

  it('differ where the words do', () => {
    const twenty = 'Ned will read with a trained adult for twenty minutes on each school day.';
    expect(maskedKey(twenty, NED)).not.toBe(maskedKey(twenty.replace('twenty', 'thirty'), NED));
  });

  it.each([
    ['Ned will read with a trained adult each day.'],
    ['This section sets out the special educational provision that the child needs and who will give it.'],
    ['The local authority will review the short-term targets in this part with the school each year.'],
    ['It shows the needs (B), the outcomes (E) and the special educational provision (F) of the person.'],
    ['No health provision was identified as needed by any of those who gave advice for him.'],
  ])('leave out what is short, the template’s or nothing: %s', (text) => {
    expect(maskedKey(text, NED)).toBeNull();
  });

  it('come from the sections that are about the person’s needs, outcomes and provision', () => {
    const shared = 'Ned will work with a trained adult on sounding out new words on every school day.';
    const of = (model: DocumentModel): number => planSentences(model, ownNames(model, [])).size;
    const before = of(plan());
    expect(of(plan({ F: [...SOUND.F, `2. ${shared}`] }))).toBe(before + 1);
    expect(of(plan({ J: [...SOUND.J, shared] }))).toBe(before);
  });

  it('name a template by its council, else by its titles', () => {
    const cover = { ...plan().cover, authority: 'Reedshire Council' };
    const [one, other] = [plan(), plan({}, ['J'])];
    expect(templateOf({ ...one, cover })).toBe(templateOf({ ...other, cover }));
    expect(templateOf(one)).not.toBe(templateOf(other));
  });
});

describe('the person’s own name', () => {
  const nobody = { ...plan().cover, name: null };

  it('is the printed one with the register’s', () => {
    expect(ownNames(plan(), ['Edward Vale'])).toEqual(new Set(['ned', 'vale', 'edward']));
  });

  it('is the one used throughout where none is printed', () => {
    const { blocks } = plan({ E: [], F: [] });
    expect(ownNames({ blocks, cover: nobody }, [])).toEqual(new Set());
    const said = plan({ B: ['Ned finds it hard. Ned needs time. Ned has help. Ned can draw. Ned is kind.'] });
    expect(ownNames({ blocks: said.blocks, cover: nobody }, [])).toEqual(new Set(['ned']));
  });
});

describe('a sentence that other plans share', () => {
  const text = 'A teaching assistant will practise the week’s new words with Ned before each English lesson.';
  const model = plan({ F: [...SOUND.F, `2. ${text}`] });
  const key = maskedKey(text, NED);

  it('is named with how many have it, and with the references that the reader may see', () => {
    const [hint, ...more] = hints(model, {
      sharedSentence: (asked) => (asked === key ? { plans: 3, references: ['MD-1', 'MD-2'] } : undefined),
    }).filter(({ assist }) => assist === 'cross-plan-duplication');
    expect(more).toEqual([]);
    expect(hint).toMatchObject({ rule: 'shared-sentence', section: 'F', quote: text });
    expect(hint?.message).toContain('in 3 other plans (MD-1, MD-2)');
    expect(wordsAt(model, hint)).toEqual([text]);
  });

  it('is counted alone for whoever may not read the others', () => {
    const found = hints(model, {
      sharedSentence: (asked) => (asked === key ? { plans: 1, references: [] } : undefined),
    });
    expect(found.map(({ message }) => message).join(' ')).toContain('in 1 other plan. Rule');
  });
});

describe('what changed since an earlier version', () => {
  const [first = ''] = SOUND.F;
  const draft = plan({ F: [first, '2. A tutor will teach spelling for an hour each week, as required.'] });

  function changed(later: DocumentModel) {
    return hints(later, { differences: comparePlans(draft, later).differences }).filter(
      ({ assist }) => assist === 'version-compare',
    );
  }

  it('is shown at its words in the version that is read', () => {
    const now = 'A tutor will teach spelling for 60 minutes on each Tuesday.';
    const later = plan({
      F: [first, `2. ${now}`, '3. A nurse will teach Ned to use his inhaler on three days a term.'],
    });
    const [hint, ...more] = changed(later);
    expect(more).toEqual([]);
    expect(hint).toMatchObject({ section: 'F', criteria: ['S13.C1'], quote: now });
    expect(wordsAt(later, hint)).toContain(now);
    expect(wordsAt(later, hint)).toHaveLength(2);
    expect(hint?.message).toContain('1 added, 0 removed, 1 changed in Section F; before: “A tutor will teach');
  });

  it('is shown at the section where words were only taken out, with those words', () => {
    const later = plan({ F: [first] });
    const [hint] = changed(later);
    expect(hint?.quote).toBe('');
    expect(hint?.message).toContain('taken out: “A tutor will teach spelling for an hour each week, as required.”');
    expect(wordsAt(later, hint)).toEqual(['Section F: Special educational provision']);
  });

  it('is silent where nothing did', () => {
    expect(changed(draft)).toEqual([]);
  });
});
