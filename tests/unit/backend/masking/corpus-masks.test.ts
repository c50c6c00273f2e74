import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createMentionFinder } from '../../../../shared/domain/masking/masking-find.ts';
import { createMaskedDocument, proposeMasks } from '../../../../shared/domain/masking/masked-model.ts';
import { plainWords, tokensOf } from '../../../../shared/domain/masking/masking-tokens.ts';
import { type CorpusResult, CORPUS_DIR, readCorpus } from '../../../corpus/read-corpus.ts';
import { warmThreads } from '../../../support/warm-threads.ts';

const childSchema = z.looseObject({ child: z.looseObject({ name: z.string(), dateOfBirth: z.string() }) });
const NAMED_SCHOOL = /^\p{Lu}\S+ .*(?:School|Academy|College|Nursery)/u;

/** Plans that strangers wrote, which no rule was made for; two sets keep the test short. */
const STRANGERS = path.resolve('tests/corpus/strangers');
const SETS = readdirSync(STRANGERS).filter((name) => ['i', 'j'].includes(name));

interface MaskedPlan {
  result: CorpusResult;
  /** As a representative reads it. */
  text: string;
  masks: ReturnType<typeof proposeMasks>['masks'];
}

let plans: MaskedPlan[] = [];

beforeAll(async () => {
  const results: CorpusResult[] = [];
  for (const folder of [CORPUS_DIR, ...SETS.map((name) => path.join(STRANGERS, name))])
    results.push(...(await readCorpus(warmThreads, folder)));
  plans = results.map((result) => {
    const { model } = result;
    // As the document was loaded: the register knows nothing yet.
    const known = { name: null, initials: '', dateOfBirth: null, settings: [] };
    const { masks, identities } = proposeMasks({ id: 'd', model }, known, { edits: [], earlier: [] });
    const masked = createMaskedDocument(model, masks, createMentionFinder(identities));
    return { result, masks, text: masked.model.blocks.map(({ text }) => text).join('\n') };
  });
}, 120_000);

test('no child’s name, date of birth or school is left in any plan, though the register knows none of them', () => {
  expect(plans.length).toBeGreaterThan(30);
  for (const { result, text } of plans) {
    const { gold, entry, model } = result;
    const { child } = childSchema.parse(gold);
    const words = new Set(plainWords(text));
    const left = plainWords(child.name).filter((word) => word.length > 2 && words.has(word));
    expect([entry.file, left]).toEqual([entry.file, []]);
    const born = child.dateOfBirth;
    const [year = '', month = '', day = ''] = born.split('-');
    for (const printed of [`${day}/${month}/${year}`, born, model.keyDates.dateOfBirth?.printed ?? born]) {
      expect([entry.file, printed, text.includes(printed) && printed !== '']).toEqual([entry.file, printed, false]);
    }
    const setting = NAMED_SCHOOL.exec(model.cover.setting ?? '')?.[0] ?? 'no school';
    expect([entry.file, setting, text.includes(setting)]).toEqual([entry.file, setting, false]);
  }
});

test('whoever advised is masked: every name that the plans’ own lists give, and how much else is masked with them', () => {
  let authors = 0;
  let kept = 0;
  let all = 0;
  let guessed = 0;
  let letters = 0;
  let maskedLetters = 0;
  for (const { result, text, masks } of plans) {
    const words = new Set(tokensOf(text).map(({ raw }) => raw));
    for (const { author } of result.gold.advice) {
      // Two words with capitals and no word of a service: somebody's name.
      const names =
        (author ?? '').match(/^(?:Dr |Mrs? |Ms |Miss )?(\p{Lu}\p{L}+) (\p{Lu}[\p{L}’-]+)$/u)?.slice(1) ?? [];
      if (names.length === 0 || SERVICE.test(author ?? '')) continue;
      authors += 1;
      if (names.some((name) => words.has(name) && !ALSO_WORDS.has(name))) kept += 1;
    }
    all += masks.length;
    guessed += masks.filter(({ reason }) => /may be|is no word that the rules know/u.test(reason)).length;
    letters += result.model.characters;
    maskedLetters += masks.reduce((sum, { start, end }) => sum + end - start, 0);
  }
  // How sure the masks are is told, not asked: a mask too many is taken away by the person who checks.
  process.stdout.write(
    `masks: ${plans.length} plans, ${all} masks, ${percent(maskedLetters, letters)} of the letters; ` +
      `${percent(all - guessed, all)} rest on a rule that names what it is, ${percent(guessed, all)} on a capital alone; ` +
      `${authors - kept} of ${authors} advisers' names gone\n`,
  );
  expect(authors).toBeGreaterThan(50);
  expect(kept).toBe(0);
  expect(guessed / all).toBeLessThan(0.1);
  expect(maskedLetters / letters).toBeLessThan(0.1);
});

const SERVICE =
  /\b(?:Team|Service|Officer|Duty|Council|School|College|Academy|Early|Social|Care|Health|Nurse|Sister|Parents?|Family)\b/u;
/** Surnames and given names of the plans that their text has as ordinary words with a capital as well. */
const ALSO_WORDS = new Set(['Will', 'May', 'Reading']);

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
