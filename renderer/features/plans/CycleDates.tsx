import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cycle } from '../../../shared/contract/plans.ts';
import { formatDate, isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { type CycleDateKind, cycleDateWords, datesOfCycle } from '../../../shared/domain/timeline/cycle-dates.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { DateField } from '../../ui/Field.tsx';
import { SaveState } from '../../ui/SaveState.tsx';

type CycleDate = Cycle['dates'][number];

/** The dates that the clocks count with, where each comes from, and a way to put it right. */
export function CycleDates({ cycle, mayEdit }: { cycle: Cycle; mayEdit: boolean }) {
  const known = new Map(cycle.dates.map((date) => [date.kind, date]));
  const kinds = datesOfCycle(cycle.planType);
  const differing = cycle.dates.filter(({ documentSays }) => documentSays !== null).length;
  return (
    <Disclosure
      summary={`The dates it counts with: ${known.size} of ${kinds.length} known${
        differing === 0 ? '' : `, ${differing} not as the documents say`
      }`}
    >
      {mayEdit ? (
        <div className="form-grid">
          {kinds.map((kind) => (
            <EditDate key={kind} cycleId={cycle.id} kind={kind} known={known.get(kind)} />
          ))}
        </div>
      ) : (
        <dl className="document-card__facts">
          {kinds.map((kind) => {
            const date = known.get(kind);
            return (
              <div key={kind} className="plan-fact">
                <dt>{cycleDateWords(kind)}</dt>
                <dd>
                  {date === undefined ? <span className="soft">not known</span> : formatDate(date.date)}
                  {date === undefined ? null : <span className="soft small"> {sourceWords(date)}</span>}
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </Disclosure>
  );
}

function EditDate({ cycleId, kind, known }: { cycleId: string; kind: CycleDateKind; known: CycleDate | undefined }) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const set = useMutation(
    api.plans.setDate.mutationOptions({
      onSuccess: () => {
        setTyped(null);
      },
    }),
  );

  /** Kept on leaving the field; half a date is told, and not kept. */
  function keep(isHalfTyped: boolean) {
    if (typed === null) return;
    const isGood = isCalendarDate(typed) && typed >= '1990-01-01' && typed <= '2199-12-31';
    setIsWrong(isHalfTyped || (typed !== '' && !isGood));
    if (isHalfTyped || (typed !== '' && !isGood)) return;
    if (typed === (known?.date ?? '')) setTyped(null);
    else set.mutate({ cycleId, kind, date: typed === '' ? null : typed });
  }

  return (
    <div className="stack-tight">
      <DateField
        label={cycleDateWords(kind)}
        hint={known === undefined ? 'Not known' : sourceWords(known)}
        error={isWrong ? 'This is not a date.' : undefined}
        value={typed ?? known?.date ?? ''}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onBlur={(event) => {
          keep(event.target.validity.badInput);
        }}
      />
      {known?.source === 'register' ? (
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            set.mutate({ cycleId, kind, date: null });
          }}
        >
          Take out<span className="visually-hidden"> {cycleDateWords(kind).toLowerCase()}</span>
        </Button>
      ) : null}
      {set.isPending ? <SaveState status={{ kind: 'saving' }} /> : null}
      {set.isError ? <Failed error={set.error} /> : null}
    </div>
  );
}

/** 'as printed in the final' */
function sourceWords({ source, stage, documentSays }: CycleDate): string {
  if (source !== 'register') return saidWords({ source, stage });
  const other = documentSays === null ? '' : `; ${formatDate(documentSays.date)} ${saidWords(documentSays)}`;
  return `as entered in the register${other}`;
}

function saidWords({ source, stage }: Pick<NonNullable<CycleDate['documentSays']>, 'source' | 'stage'>): string {
  const document = stage === null ? 'document' : STAGE_WORDS[stage].toLowerCase();
  return source === 'printed' ? `as printed in the ${document}` : `as filed with the ${document}`;
}
