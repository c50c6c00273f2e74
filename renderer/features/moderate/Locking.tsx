import { useStore } from 'zustand';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { criterionText, factLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DISSENT_FORM, factForm, lockStep, type ModerateStore, undiscussedDifferences } from './moderate-store.ts';
import { answerWords } from './moderate-words.ts';

/** Says why nothing was locked: what is chosen or typed below and would be lost, each leading to its form. */
export function UnsavedForms({
  moderation,
  rubric,
  store,
  onForm,
}: {
  moderation: Moderation;
  rubric: Rubric;
  store: ModerateStore;
  onForm: (form: string) => void;
}) {
  const { drafts, isLockRefused } = useStore(store);
  const step = lockStep(moderation.criteria, drafts);
  if (!isLockRefused || step.kind !== 'refuse') return null;
  return (
    <Notice
      tone="error"
      title="Nothing is locked: something chosen or typed below is not agreed yet."
      advice="Say what decided it and agree it, or cancel it; then lock."
    >
      <p className="row">
        {step.forms.map((form) => (
          <button
            key={form}
            type="button"
            className="link-button"
            onClick={() => {
              onForm(form);
            }}
          >
            {formWords(form, moderation, rubric)}
          </button>
        ))}
      </p>
    </Notice>
  );
}

/** Names the differences that nobody discussed before the lower answers are locked. */
export function LockDialog({
  moderation: { criteria },
  rubric,
  isOpen,
  onLock,
  onCancel,
}: {
  moderation: Moderation;
  rubric: Rubric;
  isOpen: boolean;
  onLock: () => void;
  onCancel: () => void;
}) {
  const undiscussed = undiscussedDifferences(criteria);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={
        undiscussed.length === 1
          ? 'One difference was not discussed'
          : `${undiscussed.length} differences were not discussed`
      }
      confirmLabel={undiscussed.length === 1 ? 'Lock with the lower answer' : 'Lock with the lower answers'}
      onConfirm={onLock}
      onCancel={onCancel}
    >
      <p>The lower answer stands wherever nobody discussed a difference:</p>
      <ul className="list">
        {undiscussed.map(({ criterionId, agreed }) => (
          <li key={criterionId}>
            <span className="criterion__id">{criterionId}</span> {criterionText(rubric, criterionId)}{' '}
            <strong>{answerWords(rubric, criterionId, agreed)}</strong>
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}

function formWords(form: string, { facts }: Moderation, rubric: Rubric): string {
  if (form === DISSENT_FORM) return 'The dissent';
  const fact = facts.find((each) => factForm(each.fact) === form);
  return fact === undefined ? form : factLabel(rubric, fact.fact);
}
