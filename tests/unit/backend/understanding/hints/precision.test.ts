import { describe, expect, it } from 'vitest';
import { isHedge } from '../../../../../electron/backend/understanding/hints/true-hedges.ts';
import { type Parts, plan, rules, SOUND, hints, wordsAt } from './sound-plan.ts';

function namesSeen(lines: string[], more: Parts = {}): string[] {
  return hints(plan({ B: [...SOUND.B, ...lines], ...more }))
    .filter(({ rule }) => rule === 'other-name')
    .map(({ quote }) => quote);
}

/** What hints must leave alone, and what they must not lose over it. */
describe('names', () => {
  it.each([
    ['a doing', ['Waiting is hard. Waiting needs a timer. He can wait when Waiting has an end.']],
    ['a word that heads sentences', ['Transition needs care. Homework will be set so that he can manage.']],
    ['a scheme', ['Numicon will be used, and with Numicon he counts to ten.']],
    ['a word that the plan writes small too', ['Swimming helps. Rugby is loud, so he left rugby when he was six.']],
    ['a calling', ['Intervenors will sign with him, since Intervenors need training.']],
    ['a friend who is presented', ['He plays with Ellis, a friend from nursery. Ellis likes trains and she draws.']],
    ['a sister in brackets', ['Ellis (sister, 7) likes trains. When home, Ellis will help him and she reads to him.']],
    ['a person with a surname', ['Ellis Brown likes trains. When he is sad, Ellis will call him.']],
  ])('are not seen in %s', (_what, lines) => {
    expect(namesSeen(lines)).toEqual([]);
  });

  it.each([
    ['Oliver Vale', 'Ollie'],
    ['Isabella Vale', 'Bella'],
    ['Catherine Vale', 'Kit'],
    ['Samuel Vale', 'Sam'],
    ['Edward Vale', 'Ned'],
  ])('are not seen in a short form: %s, %s', (full, short) => {
    const front = SOUND.front.map((line) => (line.startsWith('Name:') ? `Name: ${full}` : line));
    expect(
      namesSeen([`${short} enjoys maps. Adults help ${short} to rest when he is tired.`], { front }),
    ).not.toContain(short);
  });

  it.each([
    ['after an opening', ['When anxious, Ellis will leave the classroom and she needs time to calm down.']],
    ['of whom only people’s doings are told', ['Ellis struggles with noise.']],
    ['who is helped', ['Adults will help Ellis to find a quiet place.']],
    ['that ends like a quality', ['At lunch, Florence will sit apart and she needs time.']],
  ])('are seen in somebody %s', (_what, lines) => {
    expect(namesSeen(lines)).toHaveLength(1);
  });

  it('are not the short form of a name that is one itself', () => {
    const front = SOUND.front.map((line) => (line.startsWith('Name:') ? 'Name: Elsie Vale' : line));
    expect(namesSeen(['Adults will help Ellie to rest.'], { front })).toContain('Ellie');
  });
});

describe('vague words', () => {
  it.each([
    ['count objects and numbers up to 100', 'up to', false],
    ['a group that counts up to 10 with a teacher', 'up to', false],
    ['up to 20 sessions of therapy', 'up to', true],
    ['Up to two hours a week', 'Up to', true],
    ['a seat that Tamsin may leave', 'may', false],
    ['a tutor may be needed', 'may', true],
    ['he may need a tutor', 'may', true],
    ['a walk at noon, if she wishes', 'if she wishes', false],
    ['a walk at noon, if possible', 'if possible', true],
  ])('in “%s”: “%s”', (text, words, expected) => {
    const start = text.indexOf(words);
    expect(isHedge(text, start, start + words.length)).toBe(expected);
  });

  it('are told once of a provision that is printed again', () => {
    const line = 'A tutor will teach spelling for an hour each week, as required.';
    const found = rules(plan({ F: [...SOUND.F, `2. ${line}`, `3. ${line}`] }));
    expect(found.filter((rule) => rule === 'vague-phrases/hedge')).toHaveLength(1);
    expect(found).toContain('repeated-text/repeated-sentence');
  });
});

describe('parts of provision', () => {
  function partsOf(line: string, section: 'F' | 'G' | 'H2' = 'F'): string[] {
    return rules(plan({ [section]: [...(section === 'F' ? SOUND.F : []), line] })).filter((rule) =>
      rule.startsWith('provision-parts'),
    );
  }

  it.each([
    [
      'an occasion by number',
      '2. Careers interview with the careers adviser: two interviews of 60 minutes by May 2027.',
    ],
    ['days', '2. A work placement for reading with the job coach, one day a week for 30 weeks.'],
    [
      'a service named as who',
      '2. A youth club for readers. Who: Short breaks provider. When: Two hours each Saturday.',
    ],
  ])('are there in %s', (_what, line) => {
    expect(partsOf(line)).toEqual([]);
  });

  it('are not asked for twice where a session has neither', () => {
    expect(partsOf('2. Reading sessions with staff.')).toEqual(['provision-parts/who+how-often+how-long']);
  });

  it('are not asked of a heading', () => {
    expect(partsOf('2. Work and friends')).toEqual([]);
  });
});

describe('other hints', () => {
  it('does not ask for an order where themes are kept together', () => {
    const ids = ['A', 'B', 'E', 'F', 'C', 'G', 'D', 'H1', 'H2', 'I', 'J', 'K'] as const;
    const themed = Object.fromEntries(ids.map((id) => [id, SOUND[id]]));
    expect(rules(plan(themed)).filter((rule) => rule.startsWith('section'))).toEqual([]);
  });

  it('does not call two honest nils a repeat', () => {
    const nil = 'No provision is needed here; the early help team confirmed it on 2 March 2026.';
    expect(rules(plan({ H1: [nil], H2: [nil] })).filter((rule) => rule.startsWith('repeated'))).toEqual([]);
  });

  it('does not take a word in capitals for an abbreviation', () => {
    const lines = [...SOUND.B, 'He signed FLOWER. He reads STOP and does stop. He goes to CAMHS.'];
    const found = hints(plan({ B: lines })).filter(({ rule }) => rule === 'acronym');
    expect(found.map(({ quote }) => quote)).toEqual(['CAMHS']);
  });

  it('asks no parent for a role', () => {
    const K = [...SOUND.K.slice(0, 4), '5. Eve Vale, 2 March 2026'];
    expect(rules(plan({ K })).filter((rule) => rule.startsWith('advice'))).toEqual([]);
  });

  it('quotes whole words, without the space around them, as they stand at their place', () => {
    const model = plan({
      B: [...SOUND.B, 'Ned has DCD.  He will receive a laptop for reading. Not known to social care.'],
      E: [
        ...SOUND.E,
        '4. Everyone who works with Ned will always have high hopes.',
        '5. Ned will be supported to read.',
      ],
      F: [...SOUND.F, '2. Access to support as and when required , where possible.'],
    });
    const quoted = hints(model).filter(({ quote, spans }) => quote !== '' && spans.length === 1);
    expect(quoted.length).toBeGreaterThan(5);
    for (const hint of quoted) {
      const [words = ''] = wordsAt(model, hint);
      expect(hint.quote).toBe(hint.quote.trim());
      const text = model.blocks.find(({ id }) => id === hint.spans[0]?.block)?.text ?? '';
      const { start = 0, end = 0 } = hint.spans[0] ?? {};
      expect(words).toBe(words.trim());
      expect(/[\p{L}\p{N}]{2}/u.test(text.slice(start - 1, start + 1))).toBe(false);
      expect(/[\p{L}\p{N}]{2}/u.test(text.slice(end - 1, end + 1))).toBe(false);
    }
  });
});
