import { useState } from 'react';
import { useStore } from 'zustand';
import { CHOSEN_KINDS } from '../../../shared/contract/masking.ts';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import type { MaskKind } from '../../../shared/domain/masking/masking.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import type { Mark } from '../../viewer/marks.ts';
import type { ViewerStore } from '../../viewer/viewer-store.ts';
import { kindWords } from './mask-groups.ts';

/** More than a name or an address has. */
const LONGEST = 200;

/** What is selected in the plan, and the button that masks it wherever it stands. */
export function MaskBar({
  model,
  viewer,
  masks,
  isBusy,
  onMask,
}: {
  model: DocumentModel;
  viewer: ViewerStore;
  /** Masks that are drawn as such: their words are no words of the plan. */
  masks: readonly Mark[];
  isBusy: boolean;
  onMask: (words: string, as: MaskKind) => void;
}) {
  const selection = useStore(viewer, (state) => state.selection);
  const [kind, setKind] = useState<MaskKind>('person');
  const [span] = selection;
  const text = model.blocks.find(({ id }) => id === span?.block)?.text ?? '';
  const words = span === undefined || selection.length > 1 ? '' : text.slice(span.start, span.end).trim();
  const hasMask =
    span !== undefined &&
    masks.some(
      ({ place }) =>
        place.kind === 'spans' &&
        place.spans.some(({ block, start, end }) => block === span.block && start < span.end && end > span.start),
    );
  const problem = problemOf({ words, hasMask, isSeveral: selection.length > 1 });
  return (
    <div className="mask-bar">
      {problem === null ? (
        <>
          <q className="mask-bar__words">{words}</q>
          <SelectField
            label="What it is"
            className="mask-bar__kind"
            choices={CHOSEN_KINDS.map((value) => ({ value, label: kindWords(value) }))}
            value={kind}
            onChange={({ target }) => {
              setKind(CHOSEN_KINDS.find((each) => each === target.value) ?? 'person');
            }}
          />
          <Button
            look="primary"
            size="small"
            isBusy={isBusy}
            onClick={({ currentTarget }) => {
              // The button goes with the selection, and must not take the focus along.
              currentTarget
                .closest('.viewer')
                ?.querySelector<HTMLElement>('.viewer__scroll')
                ?.focus({ preventScroll: true });
              onMask(words, kind);
            }}
          >
            Mask this everywhere
          </Button>
        </>
      ) : (
        <p className="soft small">{problem}</p>
      )}
    </div>
  );
}

function problemOf({
  words,
  hasMask,
  isSeveral,
}: {
  words: string;
  hasMask: boolean;
  isSeveral: boolean;
}): string | null {
  if (isSeveral) return 'Select a name inside one passage.';
  if (words === '') return 'A name that is left? Select it in the text, and mask it everywhere.';
  if (hasMask) return 'These words hold a mask already. Select only the words that are left.';
  return words.length > LONGEST ? 'Select only the name, the place or the number.' : null;
}
