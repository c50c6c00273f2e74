import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FamilyFigures } from '../../../shared/contract/family-feedback.ts';
import { isCalendarDate } from '../../../shared/domain/calendar-date.ts';
import { LONGEST_WORDS } from '../../../shared/domain/family/family-feedback-rows.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { PlanBox } from '../../api/PlanBox.tsx';
import { Button } from '../../ui/Button.tsx';
import { todayIso } from '../../ui/dates.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DateField, RadioGroup, SelectField, TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { RESPONDENT_CHOICES, respondentFrom } from './family-words.ts';

/** One family's answer, entered by hand. */
export function EnterAnswer({ scale, onClose }: { scale: FamilyFigures['scale']; onClose: () => void }) {
  const [planId, setPlanId] = useState('');
  const [answeredOn, setAnsweredOn] = useState(todayIso());
  const [respondent, setRespondent] = useState('parent_carer');
  const [answer, setAnswer] = useState('');
  const [words, setWords] = useState('');
  const [isTried, setIsTried] = useState(false);
  const remove = useMutation(api.familyFeedback.remove.mutationOptions());
  const add = useMutation(
    api.familyFeedback.add.mutationOptions({
      onSuccess: ({ id, planReference }) => {
        onClose();
        showToast(`The answer on ${planReference} is kept.`, () => {
          remove.mutate({ answerId: id });
        });
      },
    }),
  );
  const isDay = isCalendarDate(answeredOn);
  return (
    <Dialog isOpen onClose={onClose} title="Enter a family’s answer" size="wide">
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (planId === '' || answer === '' || !isDay || add.isPending) return;
          add.mutate({ planId, answeredOn, respondent: respondentFrom(respondent), answer, words: words.trim() });
        }}
      >
        <div className="form-grid">
          <PlanBox
            name={{ label: 'Plan' }}
            hint="Type a part of its reference."
            error={isTried && planId === '' ? 'Choose the plan.' : undefined}
            value={planId}
            onChoose={setPlanId}
          />
          <DateField
            label="Day"
            error={isTried && !isDay ? 'This is not a date.' : undefined}
            value={answeredOn}
            onChange={({ target }) => {
              setAnsweredOn(target.value);
            }}
          />
          <SelectField
            label="Who answered"
            choices={RESPONDENT_CHOICES}
            value={respondent}
            onChange={({ target }) => {
              setRespondent(target.value);
            }}
          />
        </div>
        <RadioGroup
          legend="Answer"
          name="answer"
          choices={scale.map(({ id, label }) => ({ value: id, label }))}
          value={answer}
          {...(isTried && answer === '' ? { error: 'Choose the answer.' } : {})}
          onChange={({ target }) => {
            setAnswer(target.value);
          }}
        />
        <TextArea
          label="In their words"
          isOptional
          rows={2}
          maxLength={LONGEST_WORDS}
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
          }}
        />
        {add.isError ? <Failed error={add.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={add.isPending}>
            Keep the answer
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
