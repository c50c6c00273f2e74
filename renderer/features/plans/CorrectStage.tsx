import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentSummary, Stage } from '../../../shared/contract/plans.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_CHOICES } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField, SelectField } from '../../ui/Field.tsx';

/** Puts right what a document was filed as; which standards apply follows from it. */
export function CorrectStage({
  document,
  planId,
  onDone,
}: {
  document: DocumentSummary;
  planId: string;
  onDone: () => void;
}) {
  const [stage, setStage] = useState<Stage>(document.stage ?? 'draft');
  const [issuedOn, setIssuedOn] = useState(document.issuedOn ?? '');
  const file = useMutation(api.documents.file.mutationOptions({ onSuccess: onDone }));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        file.mutate({
          documentId: document.id,
          stage,
          issuedOn: issuedOn === '' ? null : issuedOn,
          plan: { kind: 'existing', planId },
        });
      }}
    >
      <div className="form-grid">
        <SelectField
          label="Stage"
          choices={STAGE_CHOICES}
          value={stage}
          onChange={(event) => {
            const chosen = STAGE_CHOICES.find(({ value }) => value === event.target.value);
            if (chosen !== undefined) setStage(chosen.value);
          }}
        />
        <DateField
          label="Issued on"
          isOptional
          value={issuedOn}
          onChange={(event) => {
            setIssuedOn(event.target.value);
          }}
        />
      </div>
      {file.isError ? <Failed error={file.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={file.isPending}>
          Correct it
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
