import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ModeratedCriterion, Moderation } from '../../../shared/contract/moderation.ts';
import type { Response, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatTime } from '../../ui/dates.ts';
import { TextArea } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { type Draft, keepDraft, type ModerateStore } from './moderate-store.ts';
import { answerWords, offeredAnswers } from './moderate-words.ts';

/** What stands for a criterion, and the way to agree it where auditors differ. */
export function AgreeAnswer({
  criterion,
  moderation,
  rubric,
  store,
  mayModerate,
}: {
  criterion: ModeratedCriterion;
  moderation: Moderation;
  rubric: Rubric;
  store: ModerateStore;
  mayModerate: boolean;
}) {
  const { criterionId, kind, decision, agreed } = criterion;
  const draft = useStore(store, ({ drafts }) => drafts[criterionId]);
  const [isFormOpen, setIsChanging] = useState(false);
  const isChanging = isFormOpen || (mayModerate && draft !== undefined);
  const decide = useMutation(api.moderation.decide.mutationOptions());
  const of = { roundId: moderation.roundId, documentId: moderation.documentId, criterionId };
  if (kind === 'alike') {
    return (
      <p className="agreed-answer">
        <Icon name="check" /> All say {answerWords(rubric, criterionId, agreed)}: agreed as it stands.
      </p>
    );
  }
  const mayDecide = mayModerate && (kind !== 'single' || isChanging || decision !== null);
  if (decision !== null && !isChanging) {
    return (
      <div className="agreed-answer agreed-answer--decided">
        <p>
          <Icon name="check" /> Agreed: <strong>{answerWords(rubric, criterionId, decision.response)}</strong>.{' '}
          {decision.reason}{' '}
          <span className="soft small">
            ({decision.by}, {formatTime(decision.at)})
          </span>
        </p>
        {mayModerate ? (
          <div className="row">
            <Button
              size="small"
              onClick={() => {
                setIsChanging(true);
              }}
            >
              Change
            </Button>
            <Button
              size="small"
              icon={<Icon name="undo" />}
              isBusy={decide.isPending}
              onClick={() => {
                const { response, reason } = decision;
                decide.mutate(
                  { ...of, response: null, reason: '' },
                  {
                    onSuccess: () => {
                      showToast(`${criterionId} is undiscussed again.`, () => {
                        decide.mutate({ ...of, response, reason });
                      });
                    },
                  },
                );
              }}
            >
              Back to undiscussed
            </Button>
          </div>
        ) : null}
        {decide.isError ? <Failed error={decide.error} /> : null}
      </div>
    );
  }
  return (
    <>
      <p className="agreed-answer soft">
        {kind === 'different'
          ? `Not discussed: the lower answer stands, ${answerWords(rubric, criterionId, agreed)}.`
          : null}
        {kind === 'single' ? `One auditor was asked: ${answerWords(rubric, criterionId, agreed)} stands.` : null}
        {kind === 'unanswered' ? 'It applies by the agreed facts, and nobody has answered it.' : null}
        {mayModerate && kind === 'single' && !isChanging ? (
          <Button
            size="small"
            onClick={() => {
              setIsChanging(true);
            }}
          >
            Discuss it
          </Button>
        ) : null}
      </p>
      {mayDecide ? (
        <DecideForm
          criterion={criterion}
          rubric={rubric}
          draft={draft}
          onDraft={(changed) => {
            keepDraft(store, criterionId, changed);
          }}
          isBusy={decide.isPending}
          onDecide={(response, reason) => {
            decide.mutate(
              { ...of, response, reason },
              {
                onSuccess: () => {
                  setIsChanging(false);
                  keepDraft(store, criterionId, null);
                },
              },
            );
          }}
          onCancel={
            isChanging
              ? () => {
                  setIsChanging(false);
                  keepDraft(store, criterionId, null);
                }
              : undefined
          }
        />
      ) : null}
      {decide.isError ? <Failed error={decide.error} /> : null}
    </>
  );
}

function DecideForm({
  criterion,
  rubric,
  draft,
  onDraft,
  isBusy,
  onDecide,
  onCancel,
}: {
  criterion: ModeratedCriterion;
  rubric: Rubric;
  draft: Draft | undefined;
  /** Null: as it was. */
  onDraft: (draft: Draft | null) => void;
  isBusy: boolean;
  onDecide: (response: Response, reason: string) => void;
  onCancel?: (() => void) | undefined;
}) {
  const { criterionId, decision } = criterion;
  const [isTried, setIsTried] = useState(false);
  const kept: Draft = { response: decision?.response ?? null, words: decision?.reason ?? '' };
  const { response, words: reason } = draft ?? kept;
  const change = (changed: Draft): void => {
    onDraft(changed.response === kept.response && changed.words === kept.words ? null : changed);
  };
  const problem = reason.trim().length < 3 ? 'Say what decided it, in a few words.' : null;
  return (
    <form
      className="decide"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (response !== null && problem === null) onDecide(response, reason.trim());
      }}
    >
      <fieldset className="decide__answers">
        <legend className="field__label">Agreed answer</legend>
        {offeredAnswers(rubric, criterionId).map(({ value, label }) => (
          <label key={value} className="decide__answer">
            <input
              type="radio"
              name={`agreed-${criterionId}`}
              checked={response === value}
              onChange={() => {
                change({ response: value, words: reason });
              }}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {response === null ? null : (
        <TextArea
          label="What decided it"
          rows={2}
          value={reason}
          error={isTried && problem !== null ? problem : undefined}
          onChange={(event) => {
            change({ response, words: event.target.value });
          }}
        />
      )}
      <div className="row">
        {response === null ? null : (
          <Button type="submit" size="small" isBusy={isBusy}>
            Agree this answer
          </Button>
        )}
        {onCancel === undefined ? null : (
          <Button size="small" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
