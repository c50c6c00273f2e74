import { useStore } from 'zustand';
import type { CompareStore } from './compare-store.ts';
import { type Counts, countsOf, ENTRY_KINDS, type EntryKind, type Group } from './entries.ts';
import { KIND_ICONS, KIND_WORDS } from './entry-words.ts';
import { Icon } from '../../ui/Icon.tsx';

/** Which kind of difference is shown, with how many there are of each in the chosen section. */
export function KindFilter({ store, groups }: { store: CompareStore; groups: readonly Group[] }) {
  const kind = useStore(store, (state) => state.kind);
  const section = useStore(store, (state) => state.section);
  const entries = groups.flatMap((group) => (section === null || group.section === section ? group.entries : []));
  const counts: Counts = countsOf(entries);
  const choose = (wanted: EntryKind | null): void => {
    store.setState({ kind: wanted, arrivals: 0 });
  };
  return (
    <fieldset className="kind-filter">
      <legend className="visually-hidden">Kind of difference</legend>
      <button
        type="button"
        className="chip"
        aria-pressed={kind === null}
        onClick={() => {
          choose(null);
        }}
      >
        All <span className="chip__count">{entries.length}</span>
      </button>
      {ENTRY_KINDS.map((each) => (
        <button
          key={each}
          type="button"
          className={`chip chip--${each}`}
          aria-pressed={kind === each}
          onClick={() => {
            choose(kind === each ? null : each);
          }}
        >
          <Icon name={KIND_ICONS[each]} />
          {KIND_WORDS[each]} <span className="chip__count">{counts[each]}</span>
        </button>
      ))}
    </fieldset>
  );
}
