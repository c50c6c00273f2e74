import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Measure } from '../../../shared/domain/measures.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { MeasureCard } from './MeasureCard.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import './measures.css';

/** What the partnership has promised, by when, and how it stands. */
export function MeasuresPanel() {
  const mayChange = useHasRole('qa_lead');
  const list = useQuery(api.measures.list.queryOptions({ staleTime: 0 }));
  const [edited, setEdited] = useState<Measure | 'new' | null>(null);
  const setRetired = useMutation(api.measures.setRetired.mutationOptions());
  const retire = (measure: Measure) => {
    setRetired.mutate(
      { measureId: measure.id, isRetired: true },
      {
        onSuccess: () => {
          showToast(`${measure.name} was retired. Its readings are kept.`, () => {
            setRetired.mutate({ measureId: measure.id, isRetired: false });
          });
        },
      },
    );
  };
  const add = (
    <Button
      look="primary"
      icon={<Icon name="plus" />}
      onClick={() => {
        setEdited('new');
      }}
    >
      Add a measure…
    </Button>
  );
  return (
    <Asked query={list} loading="Reading the measures">
      {({ measures, heldBack }) => {
        const live = measures.filter(({ measure }) => measure.retiredAt === null);
        const retired = measures.filter(({ measure }) => measure.retiredAt !== null);
        return (
          <div className="stack">
            <p className="soft measures__about">
              A measure is one promise with its own denominator, milestones and source. Several can stand at once: they
              are never joined. Each stands in the half-termly report with its chart.
            </p>
            {heldBack.length === 0 ? null : (
              <Notice
                tone="info"
                title={`${heldBack.join(', ')} ${heldBack.length === 1 ? 'is' : 'are'} not in these readings yet.`}
                advice="You have not been shown all of its results. The report shows them, and after that they are counted here."
                action={<Link href="/report">To the report</Link>}
              />
            )}
            {setRetired.isError ? <Failed error={setRetired.error} /> : null}
            {live.length === 0 ? (
              <EmptyState title="No measures yet" {...(mayChange ? { action: add } : {})}>
                <p>
                  Put down what your improvement plan promises: for example plans good or better, 60% by 30 April 2027.
                </p>
              </EmptyState>
            ) : (
              <>
                {mayChange ? <div className="row">{add}</div> : null}
                <ul className="list-plain stack">
                  {live.map((each) => (
                    <li key={each.measure.id}>
                      <MeasureCard
                        read={each}
                        mayChange={mayChange}
                        onEdit={() => {
                          setEdited(each.measure);
                        }}
                        onRetire={() => {
                          retire(each.measure);
                        }}
                      />
                    </li>
                  ))}
                </ul>
              </>
            )}
            {retired.length === 0 ? null : (
              <Disclosure summary={`Retired (${retired.length})`}>
                <ul className="list-plain stack-tight">
                  {retired.map(({ measure }) => (
                    <li key={measure.id} className="row row--apart">
                      <span>{measure.name}</span>
                      {mayChange ? (
                        <Button
                          size="small"
                          aria-label={`Take ${measure.name} in again`}
                          onClick={() => {
                            setRetired.mutate({ measureId: measure.id, isRetired: false });
                          }}
                        >
                          Take in again
                        </Button>
                      ) : null}
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )}
            <MeasureDialog
              key={edited === null || edited === 'new' ? String(edited) : edited.id}
              measure={edited}
              list={measures}
              onClose={() => {
                setEdited(null);
              }}
            />
          </div>
        );
      }}
    </Asked>
  );
}
