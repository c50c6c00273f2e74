import type { DocumentModel } from '../../../../shared/domain/document-model.ts';
import { cleanName, withoutUnseen } from '../../../../shared/domain/names.ts';
import { isNoName } from './no-names.ts';

/** A front page and the opening of Section A: where a plan says by which name somebody goes. */
const FRONT_BLOCKS = 120;
const KNOWN_AS =
  /(?:known as|preferred name|likes to be called|prefers? to be called|call me|nickname)\s*:?\s*["“'‘]?(\p{Lu}\p{L}+)/iu;

/** A first name where a plan says what its child does. */
const SUBJECT =
  /(?<![\p{L}\p{N}'’-])(?<!\p{Lu}[\p{L}.'’-]*\s)(\p{Lu}\p{Ll}{2,}) (?=(?:will|needs|requires|has|is|can|finds|struggles|enjoys|likes)\b)/gu;
/** How often a plan names its child at least, and how much more often than anybody else. */
const OFTEN = 5;
const TIMES_MORE = 3;

/**
 * The words of the person's own name in small letters: as the plan prints it, as `registered` has it, and the short form
 * that the plan says is used; where there is none of these, the name that the plan uses throughout. Empty where none is
 * known.
 */
export function ownNames(model: Pick<DocumentModel, 'blocks' | 'cover'>, registered: readonly string[]): Set<string> {
  const printed = [model.cover.name ?? '', ...registered];
  for (const block of model.blocks.slice(0, FRONT_BLOCKS))
    printed.push(KNOWN_AS.exec(withoutUnseen(block.text))?.[1] ?? '');
  const words = printed
    .flatMap(
      (name) =>
        cleanName(name)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [],
    )
    .filter((word) => word.length > 1);
  return new Set(words.length > 0 ? words : usualName(model));
}

function usualName({ blocks }: Pick<DocumentModel, 'blocks'>): string[] {
  const found = blocks
    .filter(({ furniture }) => furniture === undefined)
    .flatMap(({ text }) => [...text.matchAll(SUBJECT)].map(([, name = '']) => name))
    .filter((name) => !isNoName(name));
  const counted = [...Map.groupBy(found, (name) => name)]
    .map(([name, all]) => ({ name, times: all.length }))
    .toSorted((a, b) => b.times - a.times);
  const [first, second] = counted;
  if (first === undefined || first.times < OFTEN || first.times < TIMES_MORE * (second?.times ?? 0)) return [];
  return [first.name.toLowerCase()];
}
