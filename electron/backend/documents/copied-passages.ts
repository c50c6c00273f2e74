import { documentModelSchema } from '../../../shared/domain/document-model.ts';
import type { Span } from '../../../shared/domain/document-model.ts';
import { hintContext } from '../understanding/hints/hint-rule.ts';
import { sentencesOf, spanOf } from '../understanding/hints/located-text.ts';
import { otherNames } from '../understanding/hints/other-names.ts';
import { ownNames } from '../understanding/hints/own-names.ts';
import { comparedSentences } from '../understanding/hints/plan-sentences.ts';
import { digestOf } from './plan-tasks.ts';

/** Finds the words of sentences that other plans share, and names that are somebody else's, in a plan read before. */
export interface CopiedTask {
  type: 'copied';
  model: string;
  /** Names that the register has for the person. */
  names: readonly string[];
  /** The sentences that are looked for; see `digestPlan`. */
  digests: ReadonlySet<number>;
  salt: string;
}

export interface FoundPlace {
  section: string;
  words: string;
  span: Span;
}

export interface CopiedPassages {
  /** Each sentence once. */
  sentences: (FoundPlace & { digest: number })[];
  /** With the sentence in which each name stands first. */
  names: (FoundPlace & { name: string })[];
}

export function copiedPassages({ model: json, names, digests, salt }: CopiedTask): CopiedPassages {
  const model = documentModelSchema.parse(JSON.parse(json));
  const context = hintContext(model, {}, '', { names });
  const sentences = new Map<number, CopiedPassages['sentences'][number]>();
  for (const { section, sentence, key } of comparedSentences(context, ownNames(model, names))) {
    const digest = digestOf(key, salt);
    if (!digests.has(digest) || sentences.has(digest)) continue;
    sentences.set(digest, { digest, section, words: sentence.text, span: spanOf(sentence) });
  }
  const found = otherNames(context).flatMap(({ quote: name, section, spans: [span] }) => {
    const block = context.blocks.get(span?.block ?? '');
    if (span === undefined || block === undefined) return [];
    const sentence = sentencesOf(block).find(({ start, end }) => start <= span.start && span.end <= end);
    return [{ name, section: section ?? '', words: sentence?.text ?? block.text, span }];
  });
  return { sentences: [...sentences.values()], names: found };
}
