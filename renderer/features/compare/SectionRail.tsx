import { useStore } from 'zustand';
import type { CompareStore } from './compare-store.ts';
import { countsOf, countWords, type Entry, type Group } from './entries.ts';
import { sectionName } from './entry-words.ts';

/** Every section of the two versions, with what differs in it; choosing one shows it alone. */
export function SectionRail({
  store,
  order,
  groups,
  labels,
}: {
  store: CompareStore;
  order: readonly string[];
  groups: readonly Group[];
  labels: ReadonlyMap<string, string>;
}) {
  const section = useStore(store, (state) => state.section);
  const own = new Map<string, readonly Entry[]>(groups.map((group) => [group.section, group.entries]));
  const all = [...new Set([...order.filter((id) => id !== 'cover' || own.has(id)), ...own.keys()])];
  const choose = (wanted: string | null): void => {
    store.setState({ section: wanted, arrivals: 0 });
  };
  return (
    <nav className="section-rail" aria-label="Sections">
      <ul className="list-plain">
        <li>
          <button
            type="button"
            className="section-rail__item"
            aria-pressed={section === null}
            onClick={() => {
              choose(null);
            }}
          >
            <span className="section-rail__name">All sections</span>
            <span className="section-rail__counts">
              {countWords(countsOf(groups.flatMap(({ entries }) => entries)))}
            </span>
          </button>
        </li>
        {all.map((id) => {
          const entries = own.get(id);
          if (entries === undefined) {
            return (
              <li key={id} className="section-rail__item section-rail__item--same" title={labels.get(id)}>
                <span className="section-rail__name">{sectionName(id)}</span>
                <span className="section-rail__counts">the same</span>
              </li>
            );
          }
          return (
            <li key={id}>
              <button
                type="button"
                className="section-rail__item"
                title={labels.get(id)}
                aria-pressed={section === id}
                onClick={() => {
                  choose(section === id ? null : id);
                }}
              >
                <span className="section-rail__name">{sectionName(id)}</span>
                <span className="section-rail__counts">{countWords(countsOf(entries))}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
