import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { criterionText } from '../../../shared/domain/rubric/rubric-words.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { ChooseCalibration } from './ChooseCalibration.tsx';
import { planWords } from './moderate-words.ts';
import { PlanTable } from './PlanTable.tsx';
import type { PartProps } from './PlansPart.tsx';

/** One plan that all grade, to find out what the criteria mean to each; and what was agreed that they mean. */
export function CalibrationPart({ round, list, rubric }: PartProps) {
  const mayName = useHasRole('qa_lead');
  const [isChoosing, setIsChoosing] = useState(false);
  const begin = useMutation(api.moderation.begin.mutationOptions());
  const drop = useMutation(api.moderation.dropCalibration.mutationOptions());
  const documents = list.documents.filter(({ isCalibration }) => isCalibration);
  const ready = documents.filter(({ state }) => state === 'ready');
  const unbegun = documents.filter(({ state, submitted }) => state === 'waiting' && submitted === 0);
  return (
    <div className="stack">
      <div className="row row--apart">
        <p>
          Everyone on the round grades one plan, then you compare. It counts in no result, figure or report, and in
          nobody’s load.
        </p>
        {mayName ? (
          <Button
            look={documents.length === 0 ? 'primary' : 'secondary'}
            onClick={() => {
              setIsChoosing(true);
            }}
          >
            Name a plan for calibration…
          </Button>
        ) : null}
      </div>
      {documents.length === 0 ? (
        <EmptyState title="No calibration in this round yet">
          <p>Choose a plan that is not in the round, such as one of an earlier half-term.</p>
        </EmptyState>
      ) : null}
      {ready.length > 0 ? (
        <Button
          look="primary"
          isBusy={begin.isPending}
          onClick={() => {
            begin.mutate({ roundId: round.id });
          }}
        >
          Compare: all have submitted
        </Button>
      ) : null}
      {begin.isError ? <Failed error={begin.error} /> : null}
      <PlanTable
        title="To compare"
        documents={documents.filter(({ state }) => state === 'open')}
        rubric={rubric}
        isFirst
      />
      <PlanTable title="Being graded" documents={documents.filter(({ state }) => state !== 'open')} rubric={rubric} />
      {drop.isError ? <Failed error={drop.error} /> : null}
      {mayName
        ? unbegun.map((document) => (
            <Button
              key={document.documentId}
              size="small"
              isBusy={drop.isPending}
              onClick={() => {
                drop.mutate({ roundId: round.id, documentId: document.documentId });
              }}
            >
              Take {planWords(document)} back from calibration
            </Button>
          ))
        : null}
      <Notes rubricId={list.rubricId} criterionWords={(id) => criterionText(rubric, id)} />
      <ChooseCalibration
        round={round}
        isOpen={isChoosing}
        onClose={() => {
          setIsChoosing(false);
        }}
      />
    </div>
  );
}

function Notes({ rubricId, criterionWords }: { rubricId: string; criterionWords: (criterionId: string) => string }) {
  const notes = useQuery(api.moderation.notes.queryOptions({ input: { rubricId } }));
  const remove = useMutation(
    api.moderation.removeNote.mutationOptions({
      onSuccess: () => {
        showToast('Note taken away.');
      },
    }),
  );
  return (
    <section className="stack-tight" aria-labelledby="notes-heading">
      <h2 id="notes-heading">Notes pinned to criteria</h2>
      <p className="soft">They stand beside the criterion’s guidance in every audit by these standards.</p>
      {remove.isError ? <Failed error={remove.error} /> : null}
      <Asked query={notes} loading="Reading the notes">
        {(found) =>
          found.length === 0 ? (
            <p>None yet. Pin one where you compare: it says what the panel took a criterion to mean.</p>
          ) : (
            <Table caption="Calibration notes" isCaptionHidden>
              <thead>
                <tr>
                  <th scope="col">Criterion</th>
                  <th scope="col">Note</th>
                  <th scope="col">
                    <span className="visually-hidden">What to do</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.map(({ id, criterionId, note, by, at }) => (
                  <tr key={id}>
                    <th scope="row">
                      <span className="criterion__id">{criterionId}</span> {criterionWords(criterionId)}
                    </th>
                    <td>
                      {note}
                      <span className="note__by soft small">
                        {by}, {formatDateTime(at)}
                      </span>
                    </td>
                    <td>
                      <Button
                        size="small"
                        aria-label={`Take away the note on ${criterionId}`}
                        onClick={() => {
                          remove.mutate({ noteId: id });
                        }}
                      >
                        Take away
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )
        }
      </Asked>
    </section>
  );
}
