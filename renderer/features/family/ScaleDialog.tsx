import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FamilyFigures } from '../../../shared/contract/family-feedback.ts';
import { scaleProblem } from '../../../shared/domain/family/family-feedback.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import './family.css';

interface Draft {
  key: string;
  id: string | null;
  label: string;
  isSatisfied: boolean;
}

/** As many answers as a survey's scale may have. */
const MOST = 10;

/** The answers that families choose from, in their order, and which of them count as satisfied. */
export function ScaleDialog({ scale, onClose }: { scale: FamilyFigures['scale']; onClose: () => void }) {
  const [drafts, setDrafts] = useState<readonly Draft[]>(scale.map((answer) => ({ ...answer, key: answer.id })));
  const [isTried, setIsTried] = useState(false);
  const save = useMutation(api.familyFeedback.setScale.mutationOptions({ onSuccess: onClose }));
  const problem = scaleProblem(drafts);
  const change = (key: string, changes: Partial<Draft>) => {
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)));
  };
  return (
    <Dialog isOpen onClose={onClose} title="The scale that families answer on" size="wide">
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (problem !== null || save.isPending) return;
          save.mutate({
            scale: drafts.map(({ id, label, isSatisfied }) => ({ id, label: label.trim(), isSatisfied })),
          });
        }}
      >
        <ol className="list-plain stack-tight">
          {drafts.map((draft, at) => (
            <li key={draft.key} className="family-scale__answer">
              <TextField
                label={`Answer ${at + 1}`}
                maxLength={200}
                value={draft.label}
                onChange={({ target }) => {
                  change(draft.key, { label: target.value });
                }}
              />
              <Checkbox
                label="Counts as satisfied"
                checked={draft.isSatisfied}
                onChange={({ target }) => {
                  change(draft.key, { isSatisfied: target.checked });
                }}
              />
              <Button
                size="small"
                look="quiet"
                aria-label={`Take out answer ${at + 1}`}
                onClick={() => {
                  setDrafts(drafts.filter(({ key }) => key !== draft.key));
                }}
              >
                Take out
              </Button>
            </li>
          ))}
        </ol>
        {drafts.length < MOST ? (
          <div className="row">
            <Button
              size="small"
              onClick={() => {
                setDrafts([...drafts, { key: crypto.randomUUID(), id: null, label: '', isSatisfied: false }]);
              }}
            >
              Add an answer
            </Button>
          </div>
        ) : null}
        {isTried && problem !== null ? <Notice tone="error" title={problem} /> : null}
        {save.isError ? <Failed error={save.error} /> : null}
        <div className="row">
          <Button type="submit" look="primary" isBusy={save.isPending}>
            Keep the scale
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
