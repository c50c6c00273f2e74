import { useMutation, useQuery } from '@tanstack/react-query';
import type { FamilyAnswer, FamilyFigures, FamilyList } from '../../../shared/contract/family-feedback.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Table } from '../../ui/Table.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { respondentWords } from './family-words.ts';

/** The latest are enough to find a mistake in; figures count them all. */
const SHOWN = 100;

/** The answers themselves, latest first, and the imports that they came by. */
export function AnswerList({ scale, mayRemove }: { scale: FamilyFigures['scale']; mayRemove: boolean }) {
  const list = useQuery(api.familyFeedback.list.queryOptions({ input: { limit: SHOWN } }));
  const again = useMutation(api.familyFeedback.add.mutationOptions());
  const remove = useMutation(
    api.familyFeedback.remove.mutationOptions({
      onSuccess: ({ id: _id, planReference, planInitials: _initials, ...answer }) => {
        showToast(`The answer on ${planReference} is removed.`, () => {
          again.mutate(answer);
        });
      },
    }),
  );
  return (
    <section className="stack" aria-labelledby="answers-heading">
      <h2 id="answers-heading">Answers</h2>
      {remove.isError ? <Failed error={remove.error} /> : null}
      <Asked query={list} loading="Reading the answers">
        {({ answers, total, heldBack, imports }) => (
          <>
            {heldBack === 0 ? null : (
              <p className="soft">
                {count(heldBack, 'answer')} about plans that you are asked to grade{' '}
                {heldBack === 1 ? 'stands' : 'stand'} here once you have submitted. The figures count{' '}
                {heldBack === 1 ? 'it' : 'them'}.
              </p>
            )}
            <Table caption={total > SHOWN ? `The latest ${SHOWN} of ${total}` : count(total, 'answer')}>
              <thead>
                <tr>
                  <th scope="col">Plan</th>
                  <th scope="col">Day</th>
                  <th scope="col">Who</th>
                  <th scope="col">Answer</th>
                  <th scope="col">In their words</th>
                  {mayRemove ? (
                    <th scope="col">
                      <span className="visually-hidden">Changes</span>
                    </th>
                  ) : null}
                </tr>
              </thead>
              <tbody>
                {answers.map((answer) => (
                  <tr key={answer.id}>
                    <th scope="row">
                      {answer.planReference} <span className="soft">{answer.planInitials}</span>
                    </th>
                    <td>{formatDate(answer.answeredOn)}</td>
                    <td>{respondentWords(answer.respondent)}</td>
                    <td>{labelOf(scale, answer)}</td>
                    <td>{answer.words}</td>
                    {mayRemove ? (
                      <td>
                        <Button
                          size="small"
                          look="quiet"
                          aria-label={`Remove the answer on ${answer.planReference} of ${formatDate(answer.answeredOn)}`}
                          onClick={() => {
                            remove.mutate({ answerId: answer.id });
                          }}
                        >
                          Remove
                        </Button>
                      </td>
                    ) : null}
                  </tr>
                ))}
              </tbody>
            </Table>
            {imports.length === 0 ? null : <Imports imports={imports} mayUndo={mayRemove} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function Imports({ imports, mayUndo }: { imports: FamilyList['imports']; mayUndo: boolean }) {
  const undo = useMutation(api.familyFeedback.undoImport.mutationOptions());
  return (
    <Disclosure summary={`Imports: ${imports.length}`}>
      {undo.isError ? <Failed error={undo.error} /> : null}
      <ul className="list-plain stack-tight">
        {imports.map(({ id, at, by, answers, isUndone }) => (
          <li key={id} className="row">
            <span>
              {formatDateTime(at)}, {by}: {count(answers, 'answer')}
              {isUndone ? ', taken back' : ''}
            </span>
            {isUndone || !mayUndo ? null : (
              <Button
                size="small"
                look="quiet"
                aria-label={`Take back the import of ${formatDateTime(at)}`}
                onClick={() => {
                  undo.mutate({ importId: id });
                }}
              >
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function labelOf(scale: FamilyFigures['scale'], { answer }: FamilyAnswer): string {
  return scale.find(({ id }) => id === answer)?.label ?? '';
}
