import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdviceCheck, AdviceFile } from '../../../shared/contract/advice.ts';
import { isBeforeFinal } from '../../../shared/domain/advice/advice-log.ts';
import { addDays, formatDate, isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField, TextArea } from '../../ui/Field.tsx';

/** The correction asked for on one finding: worded, sent, answered. */
export function CorrectionForm({ file, check, mayCheck }: { file: AdviceFile; check: AdviceCheck; mayCheck: boolean }) {
  const { correction } = check;
  if (correction === null || correction.sentAt === null) {
    return mayCheck ? <Asking file={file} check={check} /> : <p>{stateWords(correction)}</p>;
  }
  return (
    <>
      <p>
        <strong>{correction.wording}</strong>
      </p>
      <p>{stateWords(correction)}</p>
      {mayCheck ? <Answering file={file} check={check} /> : null}
    </>
  );
}

function Asking({ file, check }: { file: AdviceFile; check: AdviceCheck }) {
  const { correction } = check;
  const [wording, setWording] = useState(correction?.wording ?? '');
  const [dueOn, setDueOn] = useState(correction?.dueOn ?? suggestedDay(file));
  const [isTold, setIsTold] = useState(false);
  const save = useMutation(api.advice.saveCorrection.mutationOptions());
  const of = { agency: file.agency, documentId: file.document.id, checkId: check.id };
  const wordingError = wording.trim().length < 3 ? 'Say what is to be corrected.' : undefined;
  const dayError = dayProblem(dueOn, file);
  const isKept = correction !== null && correction.wording === wording.trim() && correction.dueOn === dueOn;
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTold(true);
        if (wordingError !== undefined || dayError !== undefined) return;
        save.mutate({ ...of, correction: { wording: wording.trim(), dueOn } });
      }}
    >
      <TextArea
        label="What to correct"
        rows={2}
        value={wording}
        error={isTold ? wordingError : undefined}
        onChange={({ target }) => {
          setWording(target.value);
        }}
      />
      <DateField
        label="Due on"
        value={dueOn}
        error={isTold ? dayError : undefined}
        onChange={({ target }) => {
          setDueOn(target.value);
        }}
      />
      <div className="row">
        <Button type="submit" size="small" isBusy={save.isPending} aria-disabled={isKept || undefined}>
          {correction === null ? 'Ask for this correction' : isKept ? 'Asked for, not sent yet' : 'Keep the changes'}
        </Button>
        {correction === null ? null : (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              save.mutate({ ...of, correction: null });
            }}
          >
            Take it back
          </Button>
        )}
      </div>
      {save.isError ? <Failed error={save.error} /> : null}
    </form>
  );
}

function Answering({ file, check }: { file: AdviceFile; check: AdviceCheck }) {
  const answered = check.correction?.answer ?? '';
  const [answer, setAnswer] = useState(answered);
  const save = useMutation(api.advice.answerCorrection.mutationOptions());
  const of = { agency: file.agency, documentId: file.document.id, checkId: check.id };
  return (
    <form
      className="stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (answer.trim() !== '') save.mutate({ ...of, answer: answer.trim() });
      }}
    >
      <TextArea
        label="What came back"
        rows={2}
        value={answer}
        onChange={({ target }) => {
          setAnswer(target.value);
        }}
      />
      <div className="row">
        <Button type="submit" size="small" isBusy={save.isPending} disabled={answer.trim() === ''}>
          Note the answer
        </Button>
        {answered === '' ? null : (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              save.mutate({ ...of, answer: null });
            }}
          >
            Take the answer back
          </Button>
        )}
      </div>
      {save.isError ? <Failed error={save.error} /> : null}
    </form>
  );
}

function stateWords(correction: AdviceCheck['correction']): string {
  if (correction === null) return 'No correction is asked for.';
  const { dueOn, sentAt, answeredAt, answer, wording } = correction;
  if (sentAt === null) return `Asked for, not sent yet: ${wording} Due ${formatDate(dueOn)}.`;
  const sent = `Sent ${formatDate(sentAt.slice(0, 10))}, due ${formatDate(dueOn)}.`;
  return answeredAt === null ? `${sent} Not answered yet.` : `${sent} Answered: ${answer}`;
}

function dayProblem(dueOn: string, { finalDue, today }: AdviceFile): string | undefined {
  if (!isCalendarDate(dueOn)) return 'Choose the day by which it is to be corrected.';
  return isBeforeFinal(dueOn, finalDue, today) ? undefined : 'Choose a day before the final is due.';
}

/** Days that a writer is given where the final leaves them. */
const USUAL_DAYS = 5;

/** Some days from today, or the day before the final where that comes first and is not over. */
function suggestedDay({ today, finalDue }: AdviceFile): string {
  const usual = addDays(today, USUAL_DAYS);
  if (isBeforeFinal(usual, finalDue, today)) return usual;
  return finalDue === null ? usual : addDays(finalDue, -1);
}
