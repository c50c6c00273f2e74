import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type {
  AdviceFile,
  AdviceRequest,
  AdviceRequestFields,
  AdviceSuggestion,
} from '../../../shared/contract/advice.ts';
import { ADVICE_QUESTIONS, type AdviceQuestion, adviceStanding } from '../../../shared/domain/advice/advice-log.ts';
import { isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, DateField, SelectField, TextArea, TextField } from '../../ui/Field.tsx';
import { ADVICE_AGENCY_CHOICES, adviceAgencyFrom } from './officer.ts';

type YesNo = '' | 'yes' | 'no';

interface RequestForm extends Record<AdviceQuestion, YesNo> {
  agency: string;
  service: string;
  profession: string;
  askedOn: string;
  receivedOn: string;
  isNilReturn: boolean;
  form: string;
  adviceDocumentId: string;
  note: string;
}

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];
const NO_DAY = 'This is not a date.';
const QUESTION_WORDS: Record<AdviceQuestion, string> = {
  needs: 'Says the needs',
  provision: 'Says the provision',
  outcomes: 'Says the outcomes',
};

/** One service's advice: when it was asked for and received, and what it answers. */
export function RequestDialog({
  file,
  request,
  suggestion,
  onClose,
}: {
  file: AdviceFile;
  request: AdviceRequest | null;
  suggestion: AdviceSuggestion | null;
  onClose: () => void;
}) {
  const { register, handleSubmit, control, formState } = useForm<RequestForm>({
    defaultValues: startOf(file, request, suggestion),
  });
  const [halfTyped, setHalfTyped] = useState<string | null>(null);
  const save = useMutation(api.advice.saveRequest.mutationOptions({ onSuccess: onClose }));
  const [askedOn, receivedOn, isNilReturn] = useWatch({ control, name: ['askedOn', 'receivedOn', 'isNilReturn'] });
  const standing = adviceStanding({ askedOn: dayOf(askedOn), receivedOn: dayOf(receivedOn), isNilReturn }, file.today);
  const submit = handleSubmit((form) => {
    save.mutate({
      agency: file.agency,
      documentId: file.document.id,
      requestId: request?.id ?? null,
      fields: fieldsOf(form),
      suggestionKey: suggestion?.key ?? null,
    });
  });
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={request === null ? 'Add advice to the log' : `Advice of ${request.service}`}
      actions={
        <>
          <Button look="primary" isBusy={save.isPending} type="submit" form="advice-request">
            {request === null ? 'Add to the log' : 'Keep the changes'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        id="advice-request"
        className="advice-form"
        noValidate
        onSubmit={(event) => {
          // A day that is half typed would be kept as none.
          const wrong = event.currentTarget.querySelector<HTMLInputElement>('input[type="date"]:invalid');
          setHalfTyped(wrong?.name ?? null);
          wrong?.focus();
          if (wrong === null) void submit(event);
          else event.preventDefault();
        }}
      >
        <TextField
          label="Service"
          error={formState.errors.service?.message}
          {...register('service', { required: 'Name the service.' })}
        />
        <TextField label="Profession" isOptional {...register('profession')} />
        <SelectField label="Agency" choices={ADVICE_AGENCY_CHOICES} {...register('agency')} />
        <TextField label="Form used" isOptional {...register('form')} />
        <DateField
          label="Asked on"
          isOptional
          error={halfTyped === 'askedOn' ? NO_DAY : undefined}
          {...register('askedOn')}
        />
        <DateField
          label="Received on"
          isOptional
          error={halfTyped === 'receivedOn' ? NO_DAY : formState.errors.receivedOn?.message}
          hint={
            suggestion !== null && suggestion.datedOn !== null
              ? 'The day is the one that the plan gives the advice; change it if it came later.'
              : undefined
          }
          {...register('receivedOn', {
            validate: (day, form) =>
              !form.isNilReturn || day !== '' || 'A nil return is an answer: enter the day on which it came.',
          })}
        />
        <div className="advice-form__whole">
          <Checkbox
            label="Nil return: the service answered that it has nothing to advise"
            {...register('isNilReturn')}
          />
          <p aria-live="polite">
            <strong>{standing.words}</strong>
          </p>
        </div>
        {ADVICE_QUESTIONS.map((question) => (
          <SelectField
            key={question}
            label={QUESTION_WORDS[question]}
            emptyLabel="Not looked at"
            choices={YES_NO}
            {...register(question)}
          />
        ))}
        <SelectField
          label="The advice as a document"
          hint="Loaded under Plans and left unfiled."
          emptyLabel="None: its words are typed"
          choices={documentChoices(file, request)}
          {...register('adviceDocumentId')}
        />
        <TextArea label="Note" isOptional rows={2} className="advice-form__whole" {...register('note')} />
      </form>
      {save.isError ? <Failed error={save.error} /> : null}
    </Dialog>
  );
}

function documentChoices({ waitingDocuments }: AdviceFile, request: AdviceRequest | null) {
  const choices = waitingDocuments.map(({ id, fileName }) => ({ value: id, label: fileName }));
  const own = request?.adviceDocumentId ?? null;
  if (own === null || choices.some(({ value }) => value === own)) return choices;
  return [{ value: own, label: request?.adviceFileName ?? 'The advice' }, ...choices];
}

function startOf(file: AdviceFile, request: AdviceRequest | null, suggestion: AdviceSuggestion | null): RequestForm {
  const from = request ?? suggestion;
  return {
    agency: from?.agency ?? file.agency,
    service: from?.service ?? '',
    profession: from?.profession ?? '',
    askedOn: request?.askedOn ?? '',
    receivedOn: request?.receivedOn ?? suggestion?.datedOn ?? '',
    isNilReturn: request?.isNilReturn ?? false,
    form: request?.form ?? '',
    needs: yesNo(request?.answers.needs),
    provision: yesNo(request?.answers.provision),
    outcomes: yesNo(request?.answers.outcomes),
    adviceDocumentId: request?.adviceDocumentId ?? '',
    note: request?.note ?? '',
  };
}

function fieldsOf(form: RequestForm): AdviceRequestFields {
  return {
    agency: adviceAgencyFrom(form.agency),
    service: form.service.trim(),
    profession: form.profession.trim(),
    askedOn: dayOf(form.askedOn),
    receivedOn: dayOf(form.receivedOn),
    isNilReturn: form.isNilReturn,
    form: form.form.trim(),
    answers: { needs: tick(form.needs), provision: tick(form.provision), outcomes: tick(form.outcomes) },
    adviceDocumentId: form.adviceDocumentId === '' ? null : form.adviceDocumentId,
    note: form.note.trim(),
  };
}

/** A day as it is being typed: null until it is a real one. */
function dayOf(text: string): string | null {
  return isCalendarDate(text) ? text : null;
}

function yesNo(value: boolean | null | undefined): YesNo {
  if (value === null || value === undefined) return '';
  return value ? 'yes' : 'no';
}

function tick(value: YesNo): boolean | null {
  return value === '' ? null : value === 'yes';
}
