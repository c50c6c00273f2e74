import type { DocumentModel } from '../../../../shared/domain/document-model.ts';
import { isNil } from '../statement-words.ts';
import { type HintContext, hintContext } from './hint-rule.ts';
import { type Sentence, sentencesOf } from './located-text.ts';

/** Sections that are about one person, and that are written by somebody else: Section A and C to D repeat reports. */
const COMPARED = ['B', 'E', 'F', 'G', 'H', 'H1', 'H2'];
/** Shorter sentences are alike by chance. */
const MIN_WORDS = 12;
/** Words of a template or of the law around it, never of one child's needs or provision. */
const FRAME =
  /\b(?:sections? [A-K]\d?|EHCP?s?|Education, Health and Care|Code of Practice|(?:Act|Regulations) (?:19|20)\d\d|local (?:authority|offer)|this (?:section|plan|document|page)|please)\b|\((?:[A-K]|H[12])\)/iu;

/** A sentence that other plans may share, with the key that it is compared by. */
export interface ComparedSentence {
  section: string;
  sentence: Sentence;
  key: string;
}

/** The sentences of a plan that are compared with those of others; the words of a template left out. */
export function comparedSentences(context: HintContext, names: ReadonlySet<string>): ComparedSentence[] {
  return COMPARED.flatMap((section) =>
    context.blocksOf(section).flatMap((block) =>
      sentencesOf(block).flatMap((sentence) => {
        const key = maskedKey(sentence.text, names);
        return key === null ? [] : [{ section, sentence, key }];
      }),
    ),
  );
}

/** The keys of a plan's compared sentences; `names` are the words of the person's name in small letters. */
export function planSentences(model: DocumentModel, names: ReadonlySet<string>): Set<string> {
  return new Set(comparedSentences(hintContext(model, {}, '', {}), names).map(({ key }) => key));
}

/**
 * What tells a template from others: whose it is, else the titles of its sections. Plans with the same may share the
 * template's own sentences.
 */
export function templateOf({ cover, sections }: Pick<DocumentModel, 'cover' | 'sections'>): string {
  const authority =
    (cover.authority ?? '')
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.join(' ') ?? '';
  return authority === '' ? sections.map(({ id, title }) => `${id} ${title.toLowerCase()}`).join('\n') : authority;
}

const PRONOUNS = new Set(
  'he him his himself she her hers herself they them their theirs themself themselves i me my mine myself'.split(' '),
);
const PERSON = '•';

/**
 * A sentence as it is compared: words alone, in small letters, the person's name and every pronoun made one sign, so that
 * "Amara will …" equals "Ned will …". Null for a sentence that says too little, or is the template's or the law's.
 */
export function maskedKey(text: string, names: ReadonlySet<string>): string | null {
  if (FRAME.test(text) || isNil(text)) return null;
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
  if (words.length < MIN_WORDS) return null;
  const masked = words.map((word) => (isPerson(word.replace(/['’]s$/u, ''), names) ? PERSON : word));
  return masked.filter((word, at) => word !== PERSON || masked[at - 1] !== PERSON).join(' ');
}

function isPerson(word: string, names: ReadonlySet<string>): boolean {
  return PRONOUNS.has(word) || names.has(word);
}
