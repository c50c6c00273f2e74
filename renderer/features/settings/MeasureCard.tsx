import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReadMeasure } from '../../../shared/contract/measures.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { type HandReading, valueWords } from '../../../shared/domain/measures.ts';
import { changeSentences } from '../../../shared/domain/report/measures-change.ts';
import {
  latestStanding,
  readingsOf,
  readingWords,
  standingOf,
  STANDING_WORDS,
} from '../../../shared/domain/report/measures-standing.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Table } from '../../ui/Table.tsx';
import { ReadingDialog } from './ReadingDialog.tsx';
import { TrendPicture } from './TrendPicture.tsx';

/** One measure: how it stands, then its chart and every reading. */
export function MeasureCard({
  read,
  mayChange,
  onEdit,
  onRetire,
}: {
  read: ReadMeasure;
  mayChange: boolean;
  onEdit: () => void;
  onRetire: () => void;
}) {
  const { measure, definition, figures } = read;
  const id = useId();
  const readings = readingsOf(figures, figures.table);
  const standing = latestStanding(measure, readings);
  const next = measure.milestones.find(({ on }) => on > (standing.reading?.date ?? ''));
  const [entered, setEntered] = useState<HandReading | 'new' | null>(null);
  const [withdrawn, setWithdrawn] = useState<HandReading | null>(null);
  const withdraw = useMutation(
    api.measures.withdrawReading.mutationOptions({
      onSuccess: () => {
        setWithdrawn(null);
      },
    }),
  );
  return (
    <section className="panel stack-tight" aria-labelledby={id}>
      <div className="row row--apart">
        <h2 id={id} className="measure__name">
          {measure.name}
        </h2>
        <span className={`measure__standing measure__standing--${standing.kind}`}>{STANDING_WORDS[standing.kind]}</span>
      </div>
      <p>{[standing.words, ...changeSentences(readings)].join(' ')}</p>
      <p className="soft small">
        {definition}
        {next === undefined
          ? ''
          : ` Next milestone: ${valueWords(measure.unit, next.value)} by ${formatDate(next.on)}.`}
        {measure.target === null ? '' : ` Target: ${valueWords(measure.unit, measure.target)}.`}
        {measure.source === '' ? '' : ` Source: ${measure.source}.`}
        {measure.owner.name === '' ? '' : ` Owner: ${measure.owner.name}.`}
      </p>
      {mayChange ? (
        <div className="row">
          <Button size="small" aria-label={`Change ${measure.name}…`} onClick={onEdit}>
            Change…
          </Button>
          <Button
            size="small"
            aria-label={`Enter a reading of ${measure.name}…`}
            onClick={() => {
              setEntered('new');
            }}
          >
            Enter a reading…
          </Button>
          <Button size="small" look="quiet" aria-label={`Retire ${measure.name}`} onClick={onRetire}>
            Retire
          </Button>
        </div>
      ) : null}
      <Disclosure
        summary={
          <>
            Chart and readings<span className="visually-hidden"> of {measure.name}</span>
          </>
        }
      >
        <div className="stack">
          <TrendPicture name={measure.name} unit={measure.unit} milestones={measure.milestones} figures={figures} />
          {readings.length === 0 ? (
            <p className="soft">Nothing has been read yet.</p>
          ) : (
            <Table caption={`Readings: ${measure.name}`} isCaptionHidden>
              <thead>
                <tr>
                  <th scope="col">When</th>
                  <th scope="col">Reading</th>
                  <th scope="col">Standing</th>
                  <th scope="col">{mayChange ? 'Correct' : 'Note'}</th>
                </tr>
              </thead>
              <tbody>
                {readings.map((reading) => {
                  const own = reading.isByHand ? measure.byHand.find(({ on }) => on === reading.date) : undefined;
                  return (
                    <tr key={reading.rowId ?? reading.date}>
                      <th scope="row">{reading.label}</th>
                      <td>{readingWords(reading)}</td>
                      <td>{STANDING_WORDS[standingOf(measure, reading).kind]}</td>
                      <td>
                        {own === undefined ? null : <p className="soft small">{own.note}</p>}
                        {own === undefined || !mayChange ? null : (
                          <div className="row">
                            <Button
                              size="small"
                              aria-label={`Correct the reading of ${formatDate(own.on)}…`}
                              onClick={() => {
                                setEntered(own);
                              }}
                            >
                              Correct…
                            </Button>
                            <Button
                              size="small"
                              look="quiet"
                              aria-label={`Withdraw the reading of ${formatDate(own.on)}…`}
                              onClick={() => {
                                setWithdrawn(own);
                              }}
                            >
                              Withdraw…
                            </Button>
                          </div>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </Table>
          )}
        </div>
      </Disclosure>
      <ReadingDialog
        key={entered === null || entered === 'new' ? String(entered) : entered.id}
        measure={measure}
        reading={entered}
        onClose={() => {
          setEntered(null);
        }}
      />
      <ConfirmDialog
        isOpen={withdrawn !== null}
        title={`Withdraw the reading of ${withdrawn === null ? '' : formatDate(withdrawn.on)}?`}
        confirmLabel="Withdraw the reading"
        isBusy={withdraw.isPending}
        onCancel={() => {
          setWithdrawn(null);
        }}
        onConfirm={() => {
          if (withdrawn !== null) withdraw.mutate({ measureId: measure.id, readingId: withdrawn.id });
        }}
      >
        <p>It is in no chart and no new report from now on. The workspace keeps it, with who entered it.</p>
        {withdraw.isError ? <Failed error={withdraw.error} /> : null}
      </ConfirmDialog>
    </section>
  );
}
