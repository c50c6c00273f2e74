import type { Anchor, Block, DocumentModel, Span } from '../document-model.ts';
import { findIdentities } from './masking-identities.ts';
import { createMentionFinder, type MentionFinder } from './masking-find.ts';
import { labelled, type KnownIdentity, type Mask, type MaskedIdentity, type MaskEdit, withMasks } from './masking.ts';
import { plainWords } from './masking-tokens.ts';

/** What the rules and a person's changes make of a document. */
export interface ProposedMasks {
  identities: MaskedIdentity[];
  masks: Mask[];
}

/**
 * Every mask of a document. Edits are those of its plan; `earlier` are the identities of versions that were checked
 * before, whose labels stay and whose names are masked here too.
 */
export function proposeMasks(
  { id, model }: { id: string; model: DocumentModel },
  known: KnownIdentity,
  { edits, earlier }: { edits: readonly MaskEdit[]; earlier: readonly MaskedIdentity[] },
): ProposedMasks {
  const found = findIdentities(model, known);
  const identities = labelled(together([...addedBy(edits), ...earlier, ...found]), earlier);
  const finder = createMentionFinder(identities, shownWords(edits));
  const here = edits.filter((edit) => edit.kind === 'show_here' && edit.documentId === id);
  const masks = model.blocks.flatMap(({ id: block, text }) =>
    finder
      .find(text)
      .filter(
        ({ start, end }) =>
          !here.some(
            (edit) =>
              edit.kind === 'show_here' &&
              edit.block === block &&
              edit.start < end &&
              edit.end > start &&
              edit.words === text.slice(start, end),
          ),
      )
      .map((mention) => ({ block, ...mention })),
  );
  return { identities, masks };
}

/** Words that a person said are no name, wherever they stand. */
export function shownWords(edits: readonly MaskEdit[]): string[] {
  const last = new Map<string, MaskEdit['kind']>();
  for (const edit of edits) if (edit.kind !== 'show_here') last.set(plainWords(edit.words).join(' '), edit.kind);
  return [...last].filter(([, kind]) => kind === 'show').map(([words]) => words);
}

export function addedBy(edits: readonly MaskEdit[]): MaskedIdentity[] {
  return edits.flatMap((edit) =>
    edit.kind === 'mask'
      ? [
          {
            key:
              edit.as === 'child' || edit.as === 'family_name'
                ? edit.as
                : `${edit.as}:${plainWords(edit.words).join(' ')}`,
            kind: edit.as,
            label: '',
            forms: [{ words: edit.words, how: 'free' as const }],
            reason: 'A person masked it.',
            dates: [],
          },
        ]
      : [],
  );
}

/** One identity for each key, with all its forms. */
export function together(identities: readonly MaskedIdentity[]): MaskedIdentity[] {
  const byKey = new Map<string, MaskedIdentity>();
  for (const identity of identities) {
    const there = byKey.get(identity.key);
    if (!there) byKey.set(identity.key, { ...identity, forms: [...identity.forms], dates: [...identity.dates] });
    else {
      const known = new Set(there.forms.map(({ words, how }) => `${how} ${words}`));
      there.forms.push(...identity.forms.filter(({ words, how }) => !known.has(`${how} ${words}`)));
      there.dates = [...new Set([...there.dates, ...identity.dates])].toSorted();
    }
  }
  return [...byKey.values()];
}

/** A document with its masks: what is read of it, and where each place of the one is in the other. */
export interface MaskedDocument {
  model: DocumentModel;
  /** Where a range of the original stands in the masked text; a mask that it touches is in it whole. */
  toMasked(span: Span): Span | null;
  /** The original of a range of the masked text; a mask that it touches is in it whole. */
  toOriginal(span: Span): Span | null;
  /** An anchor as it reads masked, or null where it has no place there. */
  anchorToMasked(anchor: Anchor): Anchor | null;
  /** A masked quote's anchor in the original; null where the words are not there. */
  anchorToOriginal(anchor: Anchor): Anchor | null;
}

const CONTEXT = 40;

/**
 * The document as a representative reads it: drawn from its text alone, for pages of a PDF cannot be masked; so it has
 * no pages, boxes or pictures. Nothing of its meaning keeps what its words do not say.
 */
export function createMaskedDocument(
  model: DocumentModel,
  masks: readonly Mask[],
  finder: MentionFinder,
): MaskedDocument {
  const byBlock = Map.groupBy(masks, ({ block }) => block);
  const blocks = new Map(model.blocks.map((block) => [block.id, block]));
  const sorted = new Map([...byBlock].map(([block, of]) => [block, of.toSorted((a, b) => a.start - b.start)]));
  const free = (text: string): string => withMasks(text, finder.find(text));
  const orNull = (text: string | null): string | null => (text === null ? null : free(text));
  const masksOf = (block: string): readonly Mask[] => sorted.get(block) ?? [];
  const textOf = (id: string): string => {
    const block = blocks.get(id);
    return block === undefined ? '' : withMasks(block.text, masksOf(id));
  };

  function toMasked({ block, start, end }: Span): Span | null {
    if (!blocks.has(block)) return null;
    return { block, start: forward(masksOf(block), start, 'start'), end: forward(masksOf(block), end, 'end') };
  }

  function toOriginal({ block, start, end }: Span): Span | null {
    if (!blocks.has(block) || end > textOf(block).length || start >= end) return null;
    return { block, start: backward(masksOf(block), start, 'start'), end: backward(masksOf(block), end, 'end') };
  }

  const spansToMasked = (spans: readonly Span[]): Span[] => spans.flatMap((span) => toMasked(span) ?? []);
  const wordsAt = (spans: readonly Span[], text: (id: string) => string): string =>
    spans.map(({ block, start, end }) => text(block).slice(start, end)).join(' ');
  const plainText = (id: string): string => blocks.get(id)?.text ?? '';

  function anchored(anchor: Anchor & { kind: 'text' }, spans: Span[], text: (id: string) => string): Anchor | null {
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last || spans.length !== anchor.spans.length) return null;
    return {
      ...anchor,
      spans,
      quote: wordsAt(spans, text),
      before: text(first.block).slice(Math.max(0, first.start - CONTEXT), first.start),
      after: text(last.block).slice(last.end, last.end + CONTEXT),
    };
  }

  const masked: DocumentModel = {
    ...model,
    format: 'docx',
    pages: [],
    blocks: model.blocks.map((block) => maskedBlock(block, masksOf(block.id), free)),
    warnings: model.warnings.map(({ code, message }) => ({ code, message: free(message) })),
    sections: model.sections.map((section) => ({
      ...section,
      title: free(section.title),
      reason: free(section.reason),
    })),
    outcomes: model.outcomes.map((outcome) => ({
      ...outcome,
      text: free(outcome.text),
      label: orNull(outcome.label),
      spans: spansToMasked(outcome.spans),
      steps: outcome.steps.map((step) => ({ text: free(step.text), spans: spansToMasked(step.spans) })),
    })),
    provisions: model.provisions.map((provision) => ({
      ...provision,
      text: free(provision.text),
      who: orNull(provision.who),
      howOften: orNull(provision.howOften),
      howLong: orNull(provision.howLong),
      review: orNull(provision.review),
      spans: spansToMasked(provision.spans),
    })),
    advice: model.advice.map((item) => ({
      ...item,
      role: orNull(item.role),
      agency: orNull(item.agency),
      author: orNull(item.author),
      spans: spansToMasked(item.spans),
    })),
    keyDates: Object.fromEntries(
      Object.entries(model.keyDates)
        .filter(([kind]) => kind !== 'dateOfBirth')
        .map(([kind, date]) => [
          kind,
          { ...date, printed: free(date.printed), span: date.span && toMasked(date.span) },
        ]),
    ),
    cover: { ...model.cover, name: null, setting: null, reference: orNull(model.cover.reference) },
  };

  return {
    model: { ...masked, characters: masked.blocks.reduce((sum, { text }) => sum + text.length, 0) },
    toMasked,
    toOriginal,
    anchorToMasked(anchor) {
      if (anchor.kind === 'region') return null;
      return anchored(anchor, spansToMasked(anchor.spans), textOf);
    },
    anchorToOriginal(anchor) {
      if (anchor.kind === 'region') return null;
      if (anchor.spans.some((span) => span.start >= span.end || span.end > textOf(span.block).length)) return null;
      if (oneSpaced(wordsAt(anchor.spans, textOf)) !== oneSpaced(anchor.quote)) return null;
      return anchored(
        anchor,
        anchor.spans.flatMap((span) => toOriginal(span) ?? []),
        plainText,
      );
    },
  };
}

function oneSpaced(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function maskedBlock(block: Block, masks: readonly Mask[], free: (text: string) => string): Block {
  const { page: _page, box: _box, runs, revisions, marker, ...rest } = block;
  return {
    ...rest,
    page: null,
    text: withMasks(block.text, masks),
    ...(marker === undefined ? {} : { marker: free(marker) }),
    runs: runs
      .map(({ page: _runPage, box: _runBox, ...run }) => ({
        ...run,
        start: forward(masks, run.start, 'start'),
        end: forward(masks, run.end, 'end'),
      }))
      .filter(({ start, end }) => start < end)
      .map((run, at, all) => ({ ...run, start: Math.max(run.start, all[at - 1]?.end ?? 0) }))
      .filter(({ start, end }) => start < end),
    ...(revisions === undefined
      ? {}
      : {
          revisions: revisions.map((revision) => ({
            ...revision,
            start: forward(masks, revision.start, 'start'),
            end: forward(masks, revision.end, revision.start === revision.end ? 'start' : 'end'),
            text: free(revision.text),
            author: revision.author === null ? null : '[name]',
          })),
        }),
  };
}

/** An offset of the original in the masked text. Inside a mask it goes to the mask's own edge. */
function forward(masks: readonly Mask[], offset: number, edge: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, label } of masks) {
    if (offset >= end) shift += label.length - (end - start);
    else if (offset > start) return edge === 'start' ? start + shift : start + shift + label.length;
    else break;
  }
  return offset + shift;
}

/** An offset of the masked text in the original. */
function backward(masks: readonly Mask[], offset: number, edge: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, label } of masks) {
    const from = start + shift;
    const to = from + label.length;
    if (offset >= to) shift += label.length - (end - start);
    else if (offset > from) return edge === 'start' ? start : end;
    else break;
  }
  return offset - shift;
}
