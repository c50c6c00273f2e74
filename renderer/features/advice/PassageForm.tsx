import { useState } from 'react';
import type { AdviceRequest } from '../../../shared/contract/advice.ts';
import { ADVICE_FINDINGS, findingWords } from '../../../shared/domain/advice/advice-log.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup, SelectField, TextArea } from '../../ui/Field.tsx';
import { emptyPassage, type PassageInHand, passageProblem } from './passage.ts';

const CHOICES = ADVICE_FINDINGS.map((finding) => {
  const { label, meaning } = findingWords(finding);
  return { value: finding, label: `${label}: ${meaning}` };
});

/** Puts a passage of the advice beside one of the plan, which is selected in the draft. */
export function PassageForm({
  requests,
  passage,
  onPassage,
  onKeep,
  isBusy,
}: {
  requests: readonly AdviceRequest[];
  passage: PassageInHand;
  onPassage: (passage: PassageInHand) => void;
  onKeep: () => void;
  isBusy: boolean;
}) {
  const [isTold, setIsTold] = useState(false);
  const problem = passageProblem(passage);
  const isNew = passage.checkId === null;
  return (
    <form
      className="advice-card stack-tight"
      aria-label={isNew ? 'Compare a passage' : 'Change a finding'}
      onSubmit={(event) => {
        event.preventDefault();
        setIsTold(problem !== null);
        if (problem === null && !isBusy) onKeep();
      }}
    >
      <h3>{isNew ? 'Compare a passage' : 'Change a finding'}</h3>
      <SelectField
        label="Advice of"
        emptyLabel="Choose"
        choices={requests.map(({ id, service, profession }) => ({
          value: id,
          label: profession === '' ? service : `${service}, ${profession}`,
        }))}
        value={passage.requestId}
        onChange={({ target }) => {
          onPassage({ ...passage, requestId: target.value, adviceAnchor: null });
        }}
      />
      <TextArea
        label="The advice’s words"
        rows={3}
        value={passage.adviceWords}
        onChange={({ target }) => {
          onPassage({ ...passage, adviceWords: target.value, adviceAnchor: null });
        }}
      />
      <div>
        <p className="field__label">The plan’s words</p>
        {passage.planAnchor === null ? (
          <p className="advice__soft">Select them in the draft, then take them for the passage (E).</p>
        ) : (
          <>
            <blockquote>{passage.planAnchor.quote}</blockquote>
            <Button
              size="small"
              look="quiet"
              onClick={() => {
                onPassage({ ...passage, planAnchor: null });
              }}
            >
              Take them out
            </Button>
          </>
        )}
      </div>
      <RadioGroup
        legend="What you found"
        name="finding"
        choices={CHOICES}
        value={passage.finding ?? ''}
        onChange={({ target }) => {
          onPassage({ ...passage, finding: ADVICE_FINDINGS.find((known) => known === target.value) ?? null });
        }}
      />
      <TextArea
        label="Comment"
        isOptional
        rows={2}
        value={passage.comment}
        onChange={({ target }) => {
          onPassage({ ...passage, comment: target.value });
        }}
      />
      <div className="row">
        <Button type="submit" look="primary" size="small" isBusy={isBusy}>
          Keep the finding
        </Button>
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            setIsTold(false);
            onPassage({ ...emptyPassage(), requestId: passage.requestId });
          }}
        >
          Clear
        </Button>
      </div>
      <p aria-live="polite" className="advice__problem">
        {isTold && problem !== null ? problem : ''}
      </p>
    </form>
  );
}
