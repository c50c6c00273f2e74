import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import type { ViewerStore } from '../../viewer/viewer-store.ts';
import { blocksOf, sectionName } from './section-words.ts';

/** Says which section the selected passages are. */
export function AssignBar({
  sections,
  viewer,
  isBusy,
  onAssign,
}: {
  sections: readonly { id: string; label: string }[];
  viewer: ViewerStore;
  isBusy: boolean;
  onAssign: (blocks: string[], section: string | null) => void;
}) {
  const selection = useStore(viewer, (state) => state.selection);
  const blocks = blocksOf(selection);
  const isEmpty = blocks.length === 0;
  return (
    <fieldset className="assign" id={ASSIGN_BAR} aria-busy={isBusy || undefined}>
      <legend className="strong">
        {isEmpty
          ? 'Select passages of the plan to say which section they are'
          : `${blocks.length === 1 ? '1 passage' : `${blocks.length} passages`} selected: which section?`}
      </legend>
      <div className="assign__choices">
        {sections.map(({ id, label }) => (
          <Button
            key={id}
            size="small"
            title={label}
            disabled={isEmpty}
            onClick={() => {
              onAssign(blocks, id);
            }}
          >
            <span className="visually-hidden">{sectionName(id)}: </span>
            {id === 'cover' ? 'Front' : id}
          </Button>
        ))}
        <Button
          size="small"
          disabled={isEmpty}
          onClick={() => {
            onAssign(blocks, null);
          }}
        >
          None
        </Button>
      </div>
    </fieldset>
  );
}

/** Id of the row of sections, to move the focus there. */
export const ASSIGN_BAR = 'assign-bar';
