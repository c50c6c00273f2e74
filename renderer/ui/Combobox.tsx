/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no list box of the system's can be searched */
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldTexts } from './Field.tsx';
import './combobox.css';

export interface ComboboxOption {
  value: string;
  label: string;
  /** Stands beside the label: why it is suggested, say. */
  hint?: string;
}

/**
 * One of many, found by typing (the combobox pattern of WAI-ARIA 1.2). Whoever uses it says what fits the words typed;
 * arrows go through it, Enter takes, Escape closes the list and leaves what was chosen as it was.
 */
export function Combobox({
  name,
  chosen,
  options,
  more,
  isSearching = false,
  onUse,
  onSearch,
  onChoose,
  ...texts
}: Omit<FieldTexts, 'label'> & {
  /** Its label; where only `aria` is given, it is read out and not shown. */
  name: { label: string } | { aria: string };
  /** What is chosen, in words; empty where nothing is. */
  chosen: string;
  /** What fits the words typed last, or all there is to choose from as long as none are. */
  options: readonly ComboboxOption[];
  /** Said under the list where not all that fits stands in it. */
  more?: string | undefined;
  /** What is shown does not fit the words typed yet: Enter takes none of it. */
  isSearching?: boolean;
  /** The box is gone to: what it is to show may be asked for from here on. */
  onUse?: () => void;
  /** Takes the words as they are typed; empty when the list opens or closes. */
  onSearch: (words: string) => void;
  onChoose: (option: ComboboxOption) => void;
}) {
  const listId = useId();
  const [isOpen, setIsOpen] = useState(false);
  /** What is typed, while the list is open; null until something is. */
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const active = isOpen ? options[Math.min(at, options.length - 1)] : undefined;
  const activeId = active === undefined ? undefined : `${listId}-${options.indexOf(active)}`;
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  function open(): void {
    if (isOpen) return;
    setIsOpen(true);
    setTyped(null);
    setAt(
      Math.max(
        options.findIndex(({ label }) => label === chosen),
        0,
      ),
    );
  }
  function close(): void {
    setIsOpen(false);
    if (typed !== null) onSearch('');
    setTyped(null);
  }
  function choose(option: ComboboxOption): void {
    onChoose(option);
    close();
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (isOpen) setAt((before) => Math.max(0, Math.min(before + step, options.length - 1)));
      else open();
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      // What stands in the list may still be what fitted fewer letters.
      if (active !== undefined && !isSearching) choose(active);
    } else if (event.key === 'Escape' && isOpen) {
      // The dialog around it stays.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }
  const box = (control: Partial<Record<'id' | 'aria-describedby' | 'aria-label', string | undefined>>) => (
    <div className="combobox">
      <input
        type="text"
        role="combobox"
        className="field__control field__control--select"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        aria-invalid={texts.error === undefined ? undefined : true}
        value={typed ?? chosen}
        {...control}
        onFocus={onUse}
        onClick={({ currentTarget }) => {
          open();
          currentTarget.select();
        }}
        onChange={({ target }) => {
          setIsOpen(true);
          setTyped(target.value);
          setAt(0);
          onSearch(target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <div className={classNames('combobox__list', !isOpen && 'combobox__list--shut')}>
        <div id={listId} role="listbox" aria-label="What fits" aria-busy={isSearching} className="combobox__options">
          {isOpen
            ? options.map((option, index) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the box's
                <div
                  key={option.value}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={option === active}
                  className={classNames('combobox__option', option === active && 'combobox__option--active')}
                  onMouseDown={(event) => {
                    // The focus stays in the box.
                    event.preventDefault();
                  }}
                  onClick={() => {
                    choose(option);
                  }}
                >
                  {option.label}
                  {option.hint === undefined ? null : <span className="combobox__hint"> {option.hint}</span>}
                </div>
              ))
            : null}
        </div>
        <p className="combobox__more" aria-live="polite">
          {!isOpen || isSearching ? '' : options.length === 0 ? 'Nothing fits these words.' : more}
        </p>
      </div>
    </div>
  );
  return 'aria' in name ? (
    box({ 'aria-label': name.aria })
  ) : (
    <Field label={name.label} {...texts}>
      {({ id, 'aria-describedby': describedBy }) => box({ id, 'aria-describedby': describedBy })}
    </Field>
  );
}
