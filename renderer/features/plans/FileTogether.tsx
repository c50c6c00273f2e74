import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Filing, FilingSuggestion } from '../../../shared/contract/documents.ts';
import { type Stage, STAGES } from '../../../shared/contract/plans.ts';
import { count, isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_CHOICES, STAGE_WORDS } from '../../api/field-words.ts';
import { PlanBox, planWords } from '../../api/PlanBox.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ComboboxOption } from '../../ui/Combobox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Table } from '../../ui/Table.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { suggestedFiling, toPlanFields } from './plan-form.ts';
import { trayReadAnew } from './tray-read-anew.ts';

/** One line of the list: where the document goes. `new` makes a plan of what it says; empty leaves it waiting. */
interface Line {
  target: string;
  stage: Stage | '';
  issuedOn: string;
}

/** Everything that waits as one list, with what each would be filed as: to confirm or change, then filed in one step. */
export function FileTogether({ waiting, onClose }: { waiting: readonly FilingSuggestion[]; onClose: () => void }) {
  const [lines, setLines] = useState(() => new Map(waiting.map((one) => [one.document.id, firstLine(one)])));
  const file = useMutation(
    api.documents.fileAll.mutationOptions({
      onSuccess: async ({ filed, plans }, _variables, _onMutateResult, { client }) => {
        await trayReadAnew(client);
        showToast(`${count(filed, 'document')} filed under ${count(plans, 'plan')}.`);
        onClose();
      },
    }),
  );
  const filings = waiting.flatMap((one) => filingOf(one, lines.get(one.document.id)));
  const names = new Map(waiting.map(({ document }) => [document.id, document.fileName]));

  function change(documentId: string, line: Line, changed: Partial<Line>) {
    setLines(new Map([...lines, [documentId, { ...line, ...changed }]]));
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="File the documents together"
      size="widest"
      actions={
        <>
          <Button
            look="primary"
            isBusy={file.isPending}
            disabled={filings.length === 0}
            onClick={() => {
              file.mutate({ filings });
            }}
          >
            File {count(filings.length, 'document')}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        What was read from each document and its name is filled in. Type a part of a reference or a name to find any
        other plan of the register. Whatever has no plan or stage stays waiting.
      </p>
      <div className="together">
        <Table caption="Documents to file" isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">Document</th>
              <th scope="col">Plan</th>
              <th scope="col">Stage</th>
              <th scope="col">Issued on</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map((one) => {
              const { document, proposed } = one;
              const line = lines.get(document.id) ?? firstLine(one);
              const before = proposed.versionOf === null ? undefined : names.get(proposed.versionOf);
              return (
                <tr key={document.id}>
                  <th scope="row" className="together__name">
                    {document.fileName}
                    {before === undefined ? null : <p className="soft small">Later version of {before}</p>}
                    {proposed.remarks.map((remark) => (
                      <p key={remark} className="together__remark">
                        {remark}
                      </p>
                    ))}
                  </th>
                  <td>
                    <PlanBox
                      name={{ aria: `Plan of ${document.fileName}` }}
                      first={firstChoices(one)}
                      value={line.target}
                      onChoose={(target) => {
                        change(document.id, line, { target });
                      }}
                    />
                  </td>
                  <td>
                    <select
                      className="field__control field__control--select"
                      aria-label={`Stage of ${document.fileName}`}
                      value={line.stage}
                      onChange={({ target }) => {
                        change(document.id, line, { stage: STAGES.find((stage) => stage === target.value) ?? '' });
                      }}
                    >
                      <option value="">Choose…</option>
                      {STAGE_CHOICES.map(({ value }) => (
                        <option key={value} value={value}>
                          {STAGE_WORDS[value]}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <input
                      className="field__control"
                      type="date"
                      aria-label={`${document.fileName} issued on`}
                      value={line.issuedOn}
                      onChange={({ target }) => {
                        change(document.id, line, { issuedOn: target.value });
                      }}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      </div>
      {file.isError ? <Failed error={file.error} /> : null}
    </Dialog>
  );
}

/** What may be chosen before anything is typed: what fits, with why, a new plan, or none. */
function firstChoices({ plans, cover }: FilingSuggestion): ComboboxOption[] {
  return [
    ...plans.map(({ planId, reference, initials, reason }) => ({
      value: planId,
      label: planWords(reference, initials),
      hint: reason.toLowerCase(),
    })),
    ...(cover.reference === null ? [] : [{ value: 'new', label: `A new plan, ${cover.reference}` }]),
    { value: '', label: 'Leave it waiting' },
  ];
}

/** What is clear is filled in: the one plan that fits, or a new one where the document names a reference that none has. */
function firstLine({ proposed, plans, cover, issuedOn }: FilingSuggestion): Line {
  const isNew = plans.length === 0 && cover.reference !== null;
  return {
    target: proposed.planId ?? (isNew ? 'new' : ''),
    stage: proposed.stage ?? '',
    issuedOn: issuedOn ?? '',
  };
}

function filingOf(suggestion: FilingSuggestion, line: Line | undefined): Filing[] {
  if (line === undefined || line.target === '' || line.stage === '') return [];
  const plan: Filing['plan'] =
    line.target === 'new'
      ? { kind: 'new', fields: toPlanFields(suggestedFiling(suggestion).plan) }
      : { kind: 'existing', planId: line.target };
  const issuedOn = isCalendarDate(line.issuedOn) ? line.issuedOn : null;
  return [{ documentId: suggestion.document.id, stage: line.stage, issuedOn, plan }];
}
