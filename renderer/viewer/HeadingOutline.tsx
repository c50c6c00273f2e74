import { memo, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Block, DocumentModel } from '../../shared/domain/document-model.ts';
import { bringIntoSight } from './scrolling.ts';
import { showPlace, type ViewerStore } from './viewer-store.ts';
import { outlineOf } from './word-layout.ts';

/** The deepest step that is still set in. */
const DEEPEST = 4;

/** The headings of a Word document, beside it: the one in sight is marked, each leads to its place. */
export const HeadingOutline = memo(function HeadingOutline({
  model,
  viewer,
}: {
  model: DocumentModel;
  viewer: ViewerStore;
}) {
  const headings = useMemo(() => headingsOf(model), [model]);
  const owners = useMemo(() => ownersOf(model, headings), [model, headings]);
  const current = useStore(viewer, (state) => (state.topBlock === null ? null : (owners.get(state.topBlock) ?? null)));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const root = list.current;
    if (root === null || current === null || root.contains(document.activeElement)) return;
    const item = root.querySelector<HTMLElement>(`[data-heading="${CSS.escape(current)}"]`);
    if (item !== null) bringIntoSight(root, item.offsetTop, item.offsetTop + item.offsetHeight, 'nearest');
  }, [current]);
  if (headings.length === 0) return <p className="outline__none small">This document has no headings.</p>;
  return (
    <ul ref={list} className="list-plain outline">
      {headings.map(({ block, depth }) => (
        <li key={block.id} data-heading={block.id}>
          <button
            type="button"
            className="outline__heading"
            data-depth={depth}
            aria-current={block.id === current ? 'location' : undefined}
            onClick={() => {
              const whole = { block: block.id, start: 0, end: block.text.length };
              showPlace(viewer, { kind: 'spans', spans: [whole] }, 'start');
            }}
          >
            {block.marker === undefined ? '' : `${block.marker} `}
            {block.text}
          </button>
        </li>
      ))}
    </ul>
  );
});

/** What stands as a heading, or names a section without being one (a label in a table); with its depth from 1. */
export function headingsOf(model: DocumentModel): { block: Block; depth: number }[] {
  const blocks = model.blocks.filter(({ furniture, text }) => furniture === undefined && text.trim() !== '');
  const outline = outlineOf(blocks);
  const naming = new Set(model.sections.flatMap(({ headings }) => headings));
  let above = 0;
  return blocks.flatMap((block) => {
    const own = outline.get(block.id);
    if (own === undefined && !naming.has(block.id)) return [];
    above = own ?? above;
    return [{ block, depth: Math.min(DEEPEST, own ?? above + 1) }];
  });
}

/** Under which heading each block stands. */
function ownersOf(model: DocumentModel, headings: readonly { block: Block }[]): ReadonlyMap<string, string> {
  const own = new Set(headings.map(({ block }) => block.id));
  const owners = new Map<string, string>();
  let last: string | undefined;
  for (const { id } of model.blocks) {
    if (own.has(id)) last = id;
    if (last !== undefined) owners.set(id, last);
  }
  return owners;
}
