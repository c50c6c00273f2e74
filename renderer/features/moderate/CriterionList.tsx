import { useStore } from 'zustand';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Dissent } from './Dissent.tsx';
import { FactsToSettle } from './FactsToSettle.tsx';
import type { QuoteEvents } from './GivenAnswer.tsx';
import { inSight, isOpenDifference, type ModerateStore, type Sight } from './moderate-store.ts';
import { ModeratedCard } from './ModeratedCard.tsx';

/** Criteria under their standards; the differences first in sight, all on demand. */
export function CriterionList({
  moderation,
  rubric,
  store,
  quotes,
  mayModerate,
  mayNote,
}: {
  moderation: Moderation;
  rubric: Rubric;
  store: ModerateStore;
  quotes: QuoteEvents;
  mayModerate: boolean;
  mayNote: boolean;
}) {
  const { sight } = useStore(store);
  const { criteria } = moderation;
  const shown = inSight(criteria, sight);
  const groups = [...Map.groupBy(shown, ({ standardId }) => standardId)];
  const sights: readonly { id: Sight; label: string; count: number }[] = [
    { id: 'different', label: 'Differences', count: inSight(criteria, 'different').length },
    ...(moderation.isCalibration
      ? []
      : [{ id: 'open' as const, label: 'Not discussed', count: criteria.filter(isOpenDifference).length }]),
    { id: 'all', label: 'All', count: criteria.length },
  ];
  return (
    <section className="moderate__list" aria-label="Criteria">
      <fieldset className="moderate__sights row">
        <legend className="visually-hidden">Which criteria are shown</legend>
        {sights.map(({ id, label, count }) => (
          <button
            key={id}
            type="button"
            className="moderate__sight"
            aria-pressed={sight === id}
            onClick={() => {
              store.setState({ sight: id });
            }}
          >
            {label} <span className="soft">{count}</span>
          </button>
        ))}
      </fieldset>
      <div className="full-screen__scroll moderate__scroll">
        {moderation.facts.length === 0 ? null : (
          <FactsToSettle moderation={moderation} rubric={rubric} store={store} mayModerate={mayModerate} />
        )}
        {groups.length === 0 ? (
          <p className="moderate__nothing">
            {sight === 'open' ? 'Every difference has been discussed.' : 'All auditors answered every criterion alike.'}
          </p>
        ) : (
          groups.map(([standardId, own]) => (
            <section key={standardId} aria-label={standardTitle(rubric, standardId)}>
              <h2 className="moderate__standard">{standardTitle(rubric, standardId)}</h2>
              <ul className="list-plain">
                {own.map((criterion) => (
                  <ModeratedCard
                    key={criterion.criterionId}
                    criterion={criterion}
                    moderation={moderation}
                    rubric={rubric}
                    store={store}
                    quotes={quotes}
                    mayModerate={mayModerate}
                    mayNote={mayNote}
                  />
                ))}
              </ul>
            </section>
          ))
        )}
        {moderation.isCalibration ? null : <Dissent moderation={moderation} store={store} mayModerate={mayModerate} />}
      </div>
    </section>
  );
}
