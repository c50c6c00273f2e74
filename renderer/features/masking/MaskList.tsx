import { useMemo, useState } from 'react';
import type { Masking } from '../../../shared/contract/masking.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import type { Block } from '../../../shared/domain/document-model.ts';
import type { MaskEdit } from '../../../shared/domain/masking/masking.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { groupMasks, type MaskedWords, searchGroups } from './mask-groups.ts';

/** A change as this screen makes it: the document is the one in hand. */
export type EditToMake =
  | Exclude<MaskEdit, { kind: 'show_here' }>
  | Omit<Extract<MaskEdit, { kind: 'show_here' }>, 'documentId'>;

type Place = MaskedWords['places'][number];

/** Every mask with what it stands for and why, to be looked at in its place and taken away where it is wrong. */
export function MaskList({
  blocks,
  masks,
  isBusy,
  onEdit,
  onShow,
}: {
  blocks: readonly Block[];
  masks: Masking['masks'];
  isBusy: boolean;
  onEdit: (edit: EditToMake) => void;
  onShow: (place: Place) => void;
}) {
  const groups = useMemo(() => groupMasks(blocks, masks), [blocks, masks]);
  const [asked, setAsked] = useState('');
  const shown = useMemo(() => searchGroups(groups, asked), [groups, asked]);
  return (
    <section className="stack" aria-labelledby="mask-list">
      <h2 id="mask-list">
        {count(groups.length, 'mask')} in {count(masks.length, 'place')}
      </h2>
      {groups.length === 0 ? (
        <p>Nothing was found to mask. Read the plan through, and select what names anybody.</p>
      ) : (
        <TextField
          label="Find a mask"
          type="search"
          value={asked}
          onChange={({ target }) => {
            setAsked(target.value);
          }}
        />
      )}
      <ul className="list-plain mask-list">
        {shown.map((group) => (
          <li key={group.label} className="mask-group">
            <h3 className="mask-group__label">{group.label}</h3>
            <p className="soft small">{group.reason}</p>
            <ul className="list-plain">
              {group.words.map((words) => (
                <WordsRow key={words.words} {...{ words, isBusy, onEdit, onShow }} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {shown.length === 0 && groups.length > 0 ? <p>No mask has “{asked}”.</p> : null}
    </section>
  );
}

function WordsRow({
  words: { words, places },
  isBusy,
  onEdit,
  onShow,
}: {
  words: MaskedWords;
  isBusy: boolean;
  onEdit: (edit: EditToMake) => void;
  onShow: (place: Place) => void;
}) {
  const [at, setAt] = useState<number | null>(null);
  const here = at === null ? undefined : places[at];
  function show(): void {
    const next = at === null ? 0 : (at + 1) % places.length;
    const place = places[next];
    setAt(next);
    if (place !== undefined) onShow(place);
  }
  return (
    <li className="mask-words">
      <span className="mask-words__text">“{words}”</span>
      <span className="soft small">
        {here === undefined || at === null ? count(places.length, 'place') : `${at + 1} of ${places.length}`}
      </span>
      <span className="mask-words__actions">
        <Button size="small" look="quiet" aria-label={`Show “${words}” in the plan`} onClick={show}>
          {at === null || places.length === 1 ? 'Show' : 'Next'}
        </Button>
        {here === undefined || places.length === 1 ? null : (
          <Button
            size="small"
            look="quiet"
            isBusy={isBusy}
            aria-label={`“${words}” is no name at this place`}
            onClick={() => {
              onEdit({ kind: 'show_here', words, ...here });
            }}
          >
            Not here
          </Button>
        )}
        <Button
          size="small"
          isBusy={isBusy}
          aria-label={`“${words}” is no name: unmask it everywhere`}
          onClick={() => {
            onEdit({ kind: 'show', words });
          }}
        >
          Unmask
        </Button>
      </span>
    </li>
  );
}
