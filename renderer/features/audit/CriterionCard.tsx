import { memo, useEffect, useId, useRef } from 'react';
import type { Answer, Evidence } from '../../../shared/contract/audits.ts';
import type { StandardGrading } from '../../../shared/domain/grading/grading.ts';
import { isShortfall, ROOT_CAUSE_WORDS } from '../../../shared/domain/grading/root-causes.ts';
import type { Criterion, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { applicabilityInWords, responseLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { SubmissionProblem } from '../../../shared/domain/grading/submission.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/Icon.tsx';
import { AbsentSections } from './AbsentSections.tsx';
import type { AnswerChange } from './changes.ts';
import { CalibrationNotes } from './CalibrationNotes.tsx';
import { CommentField } from './CommentField.tsx';
import { criterionMarks } from '../../../shared/domain/rubric/rubric-words.ts';
import { neededHere } from './criterion-words.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { GuidancePanel } from './GuidancePanel.tsx';
import type { HintEvents } from './hint-events.ts';
import { HintPanel, type HintSight } from './HintPanel.tsx';
import { type CriterionHints, hintCountWords } from './hints.ts';
import { ResponseButtons } from './ResponseButtons.tsx';
import { RootCauseField } from './RootCauseField.tsx';

export interface CriterionCardProps {
  rubric: Rubric;
  criterion: Criterion;
  grading: StandardGrading['criteria'][number] | undefined;
  answer: Answer;
  problems: readonly SubmissionProblem[];
  isCurrent: boolean;
  /** Changes when the focus is to come here. */
  arrivals: number;
  isGuidanceOpen: boolean;
  hints: CriterionHints;
  hintSight: HintSight;
  isLocked: boolean;
  auditId: string;
  lostIds: ReadonlySet<string>;
  on: CriterionEvents;
}

/** What can be done at a criterion; the same object while the audit is open. */
export interface CriterionEvents {
  choose: (criterionId: string) => void;
  /** `before`: what the changed parts were made from, where that is not what stands now. */
  change: (criterionId: string, change: AnswerChange, before?: AnswerChange) => void;
  typing: (criterionId: string, isTyping: boolean) => void;
  toggleGuidance: () => void;
  showEvidence: (evidence: Evidence) => void;
  removeEvidence: (evidence: Evidence) => void;
  placeWords: (evidence: Evidence) => string;
  hints: HintEvents;
}

/** One criterion: its question, its answer and, where one is at it, what the answer stands on. */
export const CriterionCard = memo(function CriterionCard(props: CriterionCardProps) {
  const { rubric, criterion, grading, answer, problems, isCurrent, arrivals, isLocked, on } = props;
  const textId = useId();
  const card = useRef<HTMLFieldSetElement>(null);
  const isPointing = useRef(false);
  useEffect(() => {
    if (!isCurrent || arrivals === 0) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent, arrivals]);
  const applies = grading?.applies ?? 'applies';
  const needs = problems.filter(({ code }) => code !== 'ANSWER_NEEDED');
  const marks = criterionMarks(rubric, criterion);
  if (applies === 'does_not_apply') {
    return (
      <li className="criterion criterion--out">
        <CriterionText id={textId} criterion={criterion} />
        <p className="small">
          Does not apply here.
          {criterion.applicability === null ? '' : ` ${applicabilityInWords(rubric, criterion.applicability)}.`}
        </p>
      </li>
    );
  }
  return (
    <li className={classNames('criterion', isCurrent && 'criterion--current')}>
      {/* Being in it makes it the criterion in hand, whichever way one came; by key one comes with the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset
        ref={card}
        className="criterion__card"
        aria-labelledby={textId}
        aria-current={isCurrent ? 'true' : undefined}
        tabIndex={-1}
        onPointerDown={() => {
          isPointing.current = true;
        }}
        // While a button is held the card must not grow, or the click would land beside what was pressed.
        onFocus={() => {
          if (!isPointing.current) on.choose(criterion.id);
        }}
        onClick={() => {
          isPointing.current = false;
          on.choose(criterion.id);
        }}
      >
        <CriterionText id={textId} criterion={criterion} />
        {marks.length === 0 ? null : <p className="criterion__marks">{marks.join('. ')}.</p>}
        <ResponseButtons
          rubric={rubric}
          responseType={criterion.responseType}
          criterionId={criterion.id}
          chosen={answer.response}
          isLocked={isLocked}
          onChoose={(response) => {
            on.change(criterion.id, { response });
          }}
        />
        {needs.length === 0 || isLocked ? null : (
          <ul className="list-plain criterion__needs">
            {needs.map((problem) => (
              <li key={problem.code}>
                <Icon name="warning" />
                {neededHere(problem)}
              </li>
            ))}
          </ul>
        )}
        {isCurrent ? (
          <CriterionWork {...props} />
        ) : (
          <p className="criterion__summary">{summaryOf(rubric, answer, criterion.id, props.hints)}</p>
        )}
      </fieldset>
    </li>
  );
});

function CriterionText({ id, criterion }: { id: string; criterion: Criterion }) {
  return (
    <h3 id={id} className="criterion__text">
      <span className="criterion__id">{criterion.id}</span> {criterion.text === '' ? criterion.id : criterion.text}
    </h3>
  );
}

function CriterionWork(props: CriterionCardProps) {
  const { rubric, criterion, answer, isGuidanceOpen, isLocked, lostIds, on } = props;
  return (
    <div className="criterion__work">
      <HintPanel
        rubric={rubric}
        criterionId={criterion.id}
        hints={props.hints}
        evidence={answer.evidence}
        sight={props.hintSight}
        isLocked={isLocked}
        on={on.hints}
      />
      {isLocked && answer.comment === '' ? null : (
        <CommentField
          key={criterion.id}
          auditId={props.auditId}
          criterionId={criterion.id}
          comment={answer.comment}
          isLocked={isLocked}
          onTyping={(isTyping) => {
            on.typing(criterion.id, isTyping);
          }}
          onSave={(comment, before) => {
            on.change(criterion.id, { comment }, { comment: before });
          }}
        />
      )}
      {isShortfall(answer.response) ? (
        <RootCauseField
          criterionId={criterion.id}
          cause={answer.rootCause}
          isLocked={isLocked}
          onChange={(rootCause) => {
            on.change(criterion.id, { rootCause });
          }}
        />
      ) : null}
      <EvidenceList
        evidence={answer.evidence}
        lostIds={lostIds}
        placeWords={on.placeWords}
        isLocked={isLocked}
        onShow={on.showEvidence}
        onRemove={on.removeEvidence}
      />
      {answer.evidence.length === 0 && !isLocked ? (
        <p className="soft small">Select words in the plan to quote them as evidence.</p>
      ) : null}
      <AbsentSections
        rubric={rubric}
        likely={criterion.sections}
        chosen={answer.absentIn}
        isLocked={isLocked}
        onChange={(absentIn) => {
          on.change(criterion.id, { absentIn });
        }}
      />
      <CalibrationNotes criterionId={criterion.id} />
      <Button
        look="quiet"
        size="small"
        aria-expanded={isGuidanceOpen}
        aria-keyshortcuts="G"
        onClick={on.toggleGuidance}
      >
        {isGuidanceOpen ? 'Hide guidance' : 'Guidance, examples and law'}
      </Button>
      {isGuidanceOpen ? <GuidancePanel criterion={criterion} /> : null}
    </div>
  );
}

function summaryOf(rubric: Rubric, answer: Answer, criterionId: string, hints: CriterionHints): string {
  const parts = [answer.response === null ? 'Not answered' : responseLabel(rubric, criterionId, answer.response)];
  if (answer.rootCause !== null && isShortfall(answer.response)) {
    parts.push(ROOT_CAUSE_WORDS[answer.rootCause].toLowerCase());
  }
  if (answer.comment.trim() !== '') parts.push('comment');
  if (answer.evidence.length > 0)
    parts.push(answer.evidence.length === 1 ? '1 quote' : `${answer.evidence.length} quotes`);
  if (answer.absentIn.length > 0) parts.push(`absent in ${answer.absentIn.join(', ')}`);
  if (hints.open.length > 0) parts.push(hintCountWords({ ...hints, dismissed: [] }));
  return parts.join(' · ');
}
