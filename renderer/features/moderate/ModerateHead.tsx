import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { Moderation } from '../../../shared/contract/moderation.ts';
import { explainGrading } from '../../../shared/domain/grading/explain-grading.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { classNames } from '../../ui/class-names.ts';
import { planWords } from './moderate-words.ts';
import { LockDialog, UnsavedForms } from './Locking.tsx';
import { lockStep, type ModerateStore } from './moderate-store.ts';

/** Whose grades met, what they come to, why, and what can be done about it: always in sight. */
export function ModerateHead({
  moderation,
  rubric,
  store,
  mayModerate,
  onCriterion,
  onForm,
}: {
  moderation: Moderation;
  rubric: Rubric;
  store: ModerateStore;
  mayModerate: boolean;
  onCriterion: (criterionId: string) => void;
  /** Goes to a form by its name in the store. */
  onForm: (form: string) => void;
}) {
  const { areReasonsOpen, dialog } = useStore(store);
  const isChair = useHasRole('chair');
  const mayTakeBack = useHasRole('qa_lead', 'chair') && moderation.state === 'agreed';
  const { roundId, documentId, planReference, document, problems, grading, agreedGrade, override } = moderation;
  const agree = useMutation(api.moderation.agree.mutationOptions());
  const askToLock = (): void => {
    const step = lockStep(moderation.criteria, store.getState().drafts);
    if (step.kind === 'refuse') {
      store.setState({ isLockRefused: true });
      onForm(step.forms[0] ?? '');
    } else if (problems.length > 0 || step.kind === 'lock') {
      if (problems.length > 0) store.setState({ areReasonsOpen: true });
      agree.mutate({ roundId, documentId });
    } else store.setState({ dialog: 'lock' });
  };
  const title = planWords({ planReference, stage: document.stage });
  const foremost = explainGrading(rubric, grading).find(
    ({ kind, holds }) => holds && (kind === 'cap' || kind === 'guard'),
  );
  return (
    <header className="full-screen__head moderate__head">
      <div className="row row--apart">
        <PageHeader
          title={moderation.isCalibration ? `${title}: calibration` : title}
          windowTitle="Moderate a plan"
          eyebrow={<Link href="/moderate">Moderate</Link>}
        />
        <ul className="list-plain row moderate__given" aria-label="Graded alone">
          {moderation.audits.map(({ auditId, auditor, overallGrade, standards }) => (
            <li key={auditId}>
              <span className="moderate__who">
                {auditor.name}, {AGENCY_WORDS[auditor.agency].toLowerCase()}
              </span>
              <GradeBadge
                grade={overallGrade}
                scale={rubric.gradeScale}
                noneLabel={standards === null ? 'No grade' : `${standards.length} standards`}
              />
            </li>
          ))}
        </ul>
      </div>
      <section className="moderate__grade" aria-label={moderation.isCalibration ? 'Answers together' : 'Agreed so far'}>
        <span className="moderate__label">
          {moderation.isCalibration ? 'The lower answers give' : moderation.state === 'agreed' ? 'Agreed' : 'Stands at'}
        </span>
        <GradeBadge grade={agreedGrade} scale={rubric.gradeScale} size="large" noneLabel="No grade yet" />
        <p className="moderate__why" aria-live="polite">
          {override?.isPossible === true ? (
            <>
              Moved by the chair from {gradeLabel(rubric, grading.overallGrade ?? '')}: {override.reason}
            </>
          ) : (
            (foremost?.text ?? (grading.overallGrade === null ? 'Something is still open.' : 'Nothing holds it down.'))
          )}
        </p>
        <Button
          size="small"
          aria-expanded={areReasonsOpen}
          aria-controls="moderate-reasons"
          onClick={() => {
            store.setState({ areReasonsOpen: !areReasonsOpen });
          }}
        >
          {areReasonsOpen ? 'Hide why' : 'Why'}
        </Button>
        {mayModerate && isChair && (moderation.overrideChoices.length > 0 || override !== null) ? (
          <Button
            size="small"
            onClick={() => {
              store.setState({ dialog: 'override' });
            }}
          >
            {override === null ? 'Move the grade…' : 'Change the move…'}
          </Button>
        ) : null}
        {mayModerate ? (
          <Button look="primary" size="small" icon={<Icon name="check" />} isBusy={agree.isPending} onClick={askToLock}>
            Agree and lock
          </Button>
        ) : null}
        {mayTakeBack ? (
          <Button
            size="small"
            icon={<Icon name="undo" />}
            onClick={() => {
              store.setState({ dialog: 'take_back' });
            }}
          >
            Take back…
          </Button>
        ) : null}
      </section>
      <UnsavedForms moderation={moderation} rubric={rubric} store={store} onForm={onForm} />
      {agree.isError ? <Failed error={agree.error} /> : null}
      <LockDialog
        moderation={moderation}
        rubric={rubric}
        isOpen={dialog === 'lock'}
        onLock={() => {
          store.setState({ dialog: null });
          agree.mutate({ roundId, documentId });
        }}
        onCancel={() => {
          store.setState({ dialog: null });
        }}
      />
      {moderation.agreed === null ? null : (
        <p className="small soft">
          <Icon name="lock" /> Locked by {moderation.agreed.by}, {formatDateTime(moderation.agreed.at)}. The auditors’
          own answers stay as they were.
        </p>
      )}
      {areReasonsOpen ? <Reasons moderation={moderation} rubric={rubric} onCriterion={onCriterion} /> : null}
    </header>
  );
}

function Reasons({
  moderation,
  rubric,
  onCriterion,
}: {
  moderation: Moderation;
  rubric: Rubric;
  onCriterion: (criterionId: string) => void;
}) {
  const { reasons, problems, grading, takenBack, dissents } = moderation;
  return (
    <section id="moderate-reasons" className="moderate__reasons stack-tight" aria-label="Why">
      {problems.length === 0 ? null : (
        <>
          <h2>Before it can be agreed</h2>
          <ul className="list">
            {problems.map(({ message, criteria }) => (
              <li key={message}>
                {message} <Links criteria={criteria} onCriterion={onCriterion} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Why the panel discusses it</h2>
      {reasons.length === 0 ? (
        <p>No rule asks for it: the auditors agree.</p>
      ) : (
        <ul className="list">
          {reasons.map(({ id, text, detail, criteria }) => (
            <li key={id}>
              <span className="moderate__rule">{text}</span> {detail}{' '}
              <Links criteria={criteria} onCriterion={onCriterion} />
            </li>
          ))}
        </ul>
      )}
      <h2>Why this grade</h2>
      <ul className="list">
        {explainGrading(rubric, grading).map((reason) => (
          <li key={reason.text} className={classNames(!reason.holds && 'soft')}>
            {reason.text} <Links criteria={reason.criteria} onCriterion={onCriterion} />
          </li>
        ))}
      </ul>
      {dissents.length === 0 ? null : (
        <>
          <h2>Dissent</h2>
          <ul className="list">
            {dissents.map(({ person, text }) => (
              <li key={person.id}>
                {person.name}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {takenBack.map(({ reason, by, at }) => (
        <p key={at} className="soft">
          Taken back by {by}, {formatDateTime(at)}: {reason}
        </p>
      ))}
    </section>
  );
}

function Links({ criteria, onCriterion }: { criteria: readonly string[]; onCriterion: (criterionId: string) => void }) {
  return (
    <>
      {criteria.map((id) => (
        <button
          key={id}
          type="button"
          className="link-button"
          onClick={() => {
            onCriterion(id);
          }}
        >
          {id}
        </button>
      ))}
    </>
  );
}
