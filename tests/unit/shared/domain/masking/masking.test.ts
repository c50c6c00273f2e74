import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, DocumentModel } from '../../../../../shared/domain/document-model.ts';
import { createMaskedDocument, proposeMasks, shownWords } from '../../../../../shared/domain/masking/masked-model.ts';
import { createMentionFinder } from '../../../../../shared/domain/masking/masking-find.ts';
import { nameKey } from '../../../../../shared/domain/names.ts';
import { disguised } from '../../../../support/disguised-names.ts';
import { plainWords } from '../../../../../shared/domain/masking/masking-tokens.ts';
import {
  type KnownIdentity,
  labelled,
  type MaskEdit,
  withMasks,
} from '../../../../../shared/domain/masking/masking.ts';

const SHA = 'a'.repeat(64);
const AMARA: KnownIdentity = {
  name: 'Amara Begum',
  initials: 'AB',
  dateOfBirth: '2015-03-04',
  settings: ['Riverbank Primary School'],
};

function model(texts: readonly (string | Partial<Block>)[]): DocumentModel {
  const blocks = texts.map((text, at): Block => {
    const given = typeof text === 'string' ? { text } : text;
    return { id: `b${at}`, kind: 'paragraph', text: '', page: null, runs: [], ...given };
  });
  return {
    format: 'docx',
    readerVersion: 1,
    pages: [],
    blocks,
    warnings: [],
    characters: 0,
    sections: [],
    outcomes: [],
    provisions: [],
    advice: [],
    keyDates: {},
    cover: { name: null, authority: null, reference: null, setting: null, ncYear: null, stage: null },
  };
}

function masked(texts: readonly (string | Partial<Block>)[], known = AMARA, edits: readonly MaskEdit[] = []): string[] {
  const document = model(texts);
  const { masks, identities } = proposeMasks({ id: 'd', model: document }, known, { edits, earlier: [] });
  return createMaskedDocument(document, masks, createMentionFinder(identities)).model.blocks.map(({ text }) => text);
}

function maskedLine(text: string, known = AMARA): string {
  return masked([text], known)[0] ?? '';
}

const NOBODY: KnownIdentity = { name: null, initials: '', dateOfBirth: null, settings: [] };
const named = (name: string): KnownIdentity => ({ ...NOBODY, name });

describe('a name with characters in it that nobody sees, or that are written otherwise', () => {
  test.each([
    ['Ama\u200bra likes music', '[child] likes music'],
    ['Amara\u200bBegum likes music', '[child] likes music'],
    ['Amara\u00a0Begum likes music', '[child] likes music'],
    ['\u202aAmara\u202c \u2066Begum\u2069 likes music', '\u202a[child]\u2069 likes music'],
    ['A\u0000mara likes music', '[child] likes music'],
    ['Ama\u0301ra likes music', '[child] likes music'],
  ])('%j', (text, expected) => {
    expect(maskedLine(text)).toBe(expected);
  });

  test('no writing of the child’s name comes through, wherever it stands', () => {
    const known = { ...AMARA, name: 'Zoë O’Brien', initials: 'ZO' };
    const written = fc.tuple(disguised('Zoë O’Brien'), disguised('Zoë'), disguised('O’Brien'));
    fc.assert(
      fc.property(written, ([whole, first, last]) => {
        const [line = ''] = masked([`Then ${whole} sang, and ${first} said that the ${last} family heard it.`], known);
        expect(line.match(/\[child\]/gu)?.length).toBeGreaterThanOrEqual(2);
        expect(nameKey(line)).not.toMatch(/zoe|brien/u);
      }),
    );
  });

  test('whoever the plan names with such characters is found by the rules', () => {
    const [line = ''] = masked(['Her mother, Na\u200bdia\u00a0Kha\u200cn, and Mrs\u00a0O\u02bcLeary came.'], AMARA);
    expect(nameKey(line)).not.toMatch(/nadia|khan|leary/u);
  });
});

describe('the child', () => {
  test.each([
    ['Amara’s needs', '[child]’s needs'],
    ["AMARA BEGUM and amara's mother", "[child] and [child]'s mother"],
    ['Begum, Amara', '[child]'],
    ['A.B. reads well; AB too', '[child] reads well; [child] too'],
    ['Ama-\nra likes music', '[child] likes music'],
    ['Ama\u00adra likes music', '[child] likes music'],
    ['A M A R A', '[child]'],
    ['the Begums and the Begums’ home', 'the [family name] and the [family name]’ home'],
    ['Amára likes music', '[child] likes music'],
    ['the Begum family', 'the [family name] family'],
    ['Section A B and C', 'Section A B and C'],
    ['a caramara tree', 'a caramara tree'],
  ])('%s', (text, expected) => {
    expect(maskedLine(text)).toBe(expected);
  });

  test('is known by the name that the plan says is used, and by short forms', () => {
    expect(masked(['Amara is known as Mimi.', 'Mimi sings.'])).toEqual([
      '[child] is known as [child].',
      '[child] sings.',
    ]);
    expect(masked(['At home Tobi plays the drums.'], named('Tobias Wrenford'))).toEqual([
      'At home [child] plays the drums.',
    ]);
  });

  test('is known by each part of a name with a hyphen', () => {
    expect(maskedLine('Lily-Mae, Lilymae, Lily and Okafor-Reed', named('Lily-Mae Okafor-Reed'))).toBe(
      '[child], [child], [child] and [family name]',
    );
  });
});

describe('names that are words', () => {
  test.each([
    [
      'Will will read. Will he manage? Will needs help.',
      '[child] will read. Will he manage? [child] needs help.',
      'Will Carter',
    ],
    ['Grace shows grace.', '[child] shows grace.', 'Grace Oyelaran'],
    [
      'May likes May, but by 3 May 2026 and in May 2026 May may stop.',
      '[child] likes [child], but by 3 May 2026 and in May 2026 [child] may stop.',
      'May Oyelaran',
    ],
    [
      'Miss Reading teaches Reading and writing; reading age 7.',
      '[parent] teaches Reading and writing; reading age 7.',
      'Ada Reading',
    ],
  ])('%s', (text, expected, name) => {
    expect(maskedLine(text, named(name))).toBe(expected);
  });
});

describe('dates of birth', () => {
  test.each([
    '4 March 2015',
    '04/03/2015',
    '4/3/15',
    '04.03.2015',
    '2015-03-04',
    '4th March 2015',
    '4th of March 2015',
    'March 4th, 2015',
    'Wednesday 4 March 2015',
    '4 Mar 2015',
  ])('%s is masked', (date) => {
    expect(maskedLine(`It says ${date} here.`)).toBe('It says [date of birth] here.');
  });

  test('another date stays, and so does an age; one that is said to be of birth goes', () => {
    expect(maskedLine('Reviewed on 5 March 2015, aged 9 years 2 months.')).toBe(
      'Reviewed on 5 March 2015, aged 9 years 2 months.',
    );
    expect(maskedLine('Her brother was born on 9 June 2019.')).toBe('Her brother was born on [date of birth].');
    expect(maskedLine('Her birthday is 4 March.')).toBe('Her birthday is [date of birth].');
  });
});

describe('those around the child', () => {
  test('are told apart, and numbered where there are several', () => {
    expect(
      masked([
        'Amara lives with her mother, Farida, and her brothers Yusuf and Omar.',
        'Mrs Begum met Dr Oscar Lyddington. Stella Ironmonger, SENCO, agreed with Dr Lyddington.',
        'Farida told Yusuf.',
      ]),
    ).toEqual([
      '[child] lives with her mother, [parent], and her brothers [sibling 1] and [sibling 2].',
      '[parent] met [professional 1]. [professional 2], SENCO, agreed with [professional 1].',
      '[parent] told [sibling 1].',
    ]);
  });

  test('schools, streets, towns and numbers are masked, and what is general stays', () => {
    expect(
      masked([
        'Amara attends Riverbank Primary School. Riverbank is a primary school.',
        'She lives at 12 Sedge Lane, Willowbourne, WL1 1ZZ and left Willowbourne Library.',
        'Ring 01234 567890 or write to s.ironmonger@riverbank.sch.uk. NHS number 943 476 5919.',
        'She needs a small class in a special school, and 25 minutes a day.',
      ]),
    ).toEqual([
      '[child] attends [school]. [school] is a primary school.',
      'She lives at [address], [postcode] and left [place 1].',
      'Ring [phone number] or write to [e-mail address]. NHS number [number].',
      'She needs a small class in a special school, and 25 minutes a day.',
    ]);
  });
});

describe('what a person changes', () => {
  test('words are masked everywhere, shown everywhere, or shown at one place', () => {
    const texts = ['Amara plays at the Old Mill with Joel.', 'Joel left the old mill.'];
    const hide: MaskEdit = { kind: 'mask', words: 'Old Mill', as: 'place' };
    const show: MaskEdit = { kind: 'show', words: 'Amara' };
    const here: MaskEdit = { kind: 'show_here', documentId: 'd', block: 'b0', start: 0, end: 5, words: 'Amara' };
    expect(masked(texts, AMARA, [hide])[1]).toContain('left the [place]');
    expect(masked(texts, AMARA, [show])[0]).toMatch(/^Amara plays/);
    expect(masked(['Amara met Amara.'], AMARA, [here])).toEqual(['Amara met [child].']);
    expect(shownWords([show, { kind: 'mask', words: 'amara', as: 'child' }])).toEqual([]);
  });

  test('whoever is known from an earlier version keeps the label, and is masked in this one too', () => {
    const professional = { kind: 'professional' as const, label: '', reason: 'A calling.', dates: [] };
    const anna = { ...professional, key: 'professional:anna', forms: [{ words: 'Anna', how: 'free' as const }] };
    const beth = { ...professional, key: 'professional:beth', forms: [{ words: 'Beth', how: 'free' as const }] };
    const earlier = labelled([beth]);
    expect(earlier.map(({ label }) => label)).toEqual(['[professional]']);
    expect(labelled([anna, beth], earlier).map(({ label }) => label)).toEqual(['[professional 2]', '[professional]']);
    const { masks } = proposeMasks({ id: 'd', model: model(['Ask Beth.']) }, NOBODY, { edits: [], earlier });
    expect(masks.map(({ label }) => label)).toEqual(['[professional]']);
  });
});

const GIVEN = ['Amara', 'Tobias', 'Zoë', 'Lily-Mae', 'Will', 'Grace', 'Niamh', 'Xuan', 'Okechukwu'];
const SURNAMES = ['Begum', 'O’Brien', 'Okafor-Reed', 'Reading', 'Vantongeren', 'Nguyen', 'Price'];
const FILLERS = ['reads', 'in the morning,', 'with help;', '(every day)', 'and asks why.', '\n', '12 minutes', 'to '];

const arbitraryPlan = fc.record({
  name: fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...SURNAMES)).map((words) => words.join(' ')),
  pieces: fc.array(
    fc.oneof(
      fc.constantFrom(...FILLERS),
      fc.record({
        part: fc.constantFrom('given', 'surname', 'whole'),
        how: fc.constantFrom('plain', 'upper', 'possessive', 'quoted'),
      }),
    ),
    { minLength: 1, maxLength: 30 },
  ),
});

interface WrittenPlan {
  name: string;
  pieces: readonly (string | { part: string; how: string })[];
}

function written({ name, pieces }: WrittenPlan): string {
  const [given = '', surname = ''] = name.split(' ');
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const part = piece.part === 'given' ? given : piece.part === 'surname' ? surname : name;
      if (piece.how === 'upper') return part.toUpperCase();
      if (piece.how === 'possessive') return `${part}’s friend`;
      return piece.how === 'quoted' ? `‘${part}’` : part;
    })
    .join(' ');
}

test('no part of the registered name survives, however it is written among other words', () => {
  fc.assert(
    fc.property(arbitraryPlan, (plan) => {
      const text = written(plan);
      const [result = ''] = masked([text], named(plan.name));
      const left = new Set(plainWords(result));
      // "Will" and "Reading" are words as well; with a verb or a subject after them they are left, and only then.
      const sure = plainWords(plan.name).filter((word) => !['will', 'reading', 'price', 'grace'].includes(word));
      expect(sure.filter((word) => word.length > 2 && left.has(word))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('every place of the masked text leads back to the place that it stands for, and masking again changes nothing', () => {
  fc.assert(
    fc.property(arbitraryPlan, fc.nat(), fc.nat(), (plan, from, length) => {
      const text = written(plan);
      const document = model([{ text, runs: [{ start: 0, end: text.length, bold: true }] }]);
      const { masks, identities } = proposeMasks({ id: 'd', model: document }, named(plan.name), {
        edits: [],
        earlier: [],
      });
      const finder = createMentionFinder(identities);
      const shown = createMaskedDocument(document, masks, finder);
      const result = shown.model.blocks[0]?.text ?? '';
      expect(withMasks(result, finder.find(result))).toBe(result);
      if (result.length === 0) return;
      const start = from % result.length;
      const end = Math.min(result.length, start + 1 + (length % 20));
      const original = shown.toOriginal({ block: 'b0', start, end });
      expect(original).not.toBeNull();
      const back = original === null ? null : shown.toMasked(original);
      // A mask is all or nothing, so what comes back may be wider, and holds what went.
      expect(back?.start).toBeLessThanOrEqual(start);
      expect(back?.end).toBeGreaterThanOrEqual(end);
      const anchor = {
        kind: 'text' as const,
        sha256: SHA,
        spans: [{ block: 'b0', start, end }],
        quote: result.slice(start, end),
        before: '',
        after: '',
      };
      const placed = shown.anchorToOriginal(anchor);
      const [span] = placed?.kind === 'text' ? placed.spans : [];
      expect(text.slice(span?.start ?? 0, span?.end ?? 0)).toBe(placed?.quote);
    }),
    { numRuns: 300 },
  );
});

test('a quote whose words are not those of the masked text has no place', () => {
  const document = model(['Amara reads well.']);
  const { masks, identities } = proposeMasks({ id: 'd', model: document }, AMARA, { edits: [], earlier: [] });
  const shown = createMaskedDocument(document, masks, createMentionFinder(identities));
  const anchor = {
    kind: 'text' as const,
    sha256: SHA,
    spans: [{ block: 'b0', start: 0, end: 13 }],
    before: '',
    after: '',
  };
  expect(shown.anchorToOriginal({ ...anchor, quote: '[child] reads' })).toMatchObject({ quote: 'Amara reads' });
  expect(shown.anchorToOriginal({ ...anchor, quote: 'Amara reads w' })).toBeNull();
  expect(
    shown.anchorToMasked({ ...anchor, quote: 'Amara reads w', spans: [{ block: 'b0', start: 2, end: 11 }] }),
  ).toMatchObject({
    quote: '[child] reads',
  });
});

test('the council’s name stays; its town is masked in it too where the plan names that town as a home', () => {
  const known = { ...AMARA, settings: [] };
  expect(masked(['Marrowdale Council', 'Amara came to Marrowdale Council in May 2026.'], known)).toEqual([
    'Marrowdale Council',
    '[child] came to Marrowdale Council in May 2026.',
  ]);
  const atHome = masked(['Home address: 3 Wagtail Row, Skerrowby', 'Skerrowby City Council made this plan.'], known);
  expect(atHome[1]).toMatch(/^\[place(?: \d)?\] City Council made this plan\.$/);
});
