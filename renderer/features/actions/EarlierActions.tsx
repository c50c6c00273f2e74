import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { AskedAction } from '../../../shared/contract/actions.ts';
import type { Audit } from '../../../shared/contract/audits.ts';
import { ACTION_ANSWERS, type ActionAnswer, answerWords } from '../../../shared/domain/actions.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { comparePath } from '../../api/plan-versions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup, TextArea } from '../../ui/Field.tsx';
import { stageWords } from './action-words.ts';
import './actions.css';

const CHOICES = ACTION_ANSWERS.map((answer) => ({ value: answer, label: answerWords(answer) }));

/** What earlier audits of the plan asked for, and whether this version answers it: over the audit, where there is any. */
export function EarlierActions({
  audit,
  isOpen,
  onOpen,
}: {
  audit: Audit;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}) {
  const asked = useQuery(api.actions.asked.queryOptions({ input: { auditId: audit.id } }));
  if (asked.isError) return <Failed error={asked.error} />;
  const list = asked.data ?? [];
  if (list.length === 0) return null;
  const waiting = list.filter(({ answer }) => answer === null).length;
  const isLocked = audit.state === 'submitted';
  return (
    <div className="earlier-actions">
      <p>
        {count(list.length, 'earlier action')} on this plan
        {waiting === 0 ? ', answered' : isLocked ? '' : `, ${waiting} to answer`}
      </p>
      <Button
        size="small"
        onClick={() => {
          onOpen(true);
        }}
      >
        {isLocked ? 'See the earlier actions' : 'Answer the earlier actions'}
      </Button>
      <Dialog
        isOpen={isOpen}
        size="wide"
        title="Does this version answer what was asked?"
        onClose={() => {
          onOpen(false);
        }}
      >
        <p className="soft">
          Your answers stay your own until all who audit this version have submitted. They are saved as you give them.
        </p>
        {list.map((action) => (
          <Asking key={action.actionId} audit={audit} action={action} isLocked={isLocked} />
        ))}
      </Dialog>
    </div>
  );
}

function Asking({ audit, action, isLocked }: { audit: Audit; action: AskedAction; isLocked: boolean }) {
  const [comment, setComment] = useState(action.comment);
  const [chosen, setChosen] = useState(action.answer);
  const save = useMutation(
    api.actions.answer.mutationOptions({
      onError: () => {
        setChosen(action.answer);
      },
    }),
  );
  const keep = (answer: ActionAnswer | null) => {
    setChosen(answer);
    save.mutate({ auditId: audit.id, actionId: action.actionId, answer, comment });
  };
  const { earlier } = action;
  const from = earlier === null ? '' : `Asked of the ${stageWords(earlier.stage)}`;
  const by = action.dueOn === null ? '' : `due ${formatDate(action.dueOn)}`;
  return (
    <section className="panel stack" aria-label={action.words}>
      <p className="action__what">{action.words}</p>
      <p className="small soft">
        {[from, action.criterionId ?? '', by].filter(Boolean).join(', ')}{' '}
        {earlier === null ? null : (
          <Link href={comparePath(earlier.documentId, audit.document.id)}>Compare the two versions</Link>
        )}
      </p>
      <RadioGroup
        legend="In this version it is"
        className="earlier-actions__answers"
        name={`answer-${action.actionId}`}
        choices={CHOICES}
        value={chosen ?? ''}
        disabled={isLocked}
        onChange={({ target }) => {
          keep(ACTION_ANSWERS.find((answer) => answer === target.value) ?? null);
        }}
      />
      <TextArea
        label="Comment"
        isOptional
        rows={2}
        maxLength={2000}
        readOnly={isLocked}
        value={comment}
        onChange={({ target }) => {
          setComment(target.value);
        }}
        onBlur={() => {
          if (comment.trim() !== action.comment && !isLocked) keep(chosen);
        }}
      />
      {save.isError ? <Failed error={save.error} /> : null}
      {save.isSuccess ? <output className="small soft">Saved</output> : null}
    </section>
  );
}
