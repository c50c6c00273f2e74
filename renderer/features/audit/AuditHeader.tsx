import { useQueryClient } from '@tanstack/react-query';
import { useStore } from 'zustand';
import { Link } from 'wouter';
import type { Audit } from '../../../shared/contract/audits.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { isRefusal } from '../../api/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SaveState, type SaveStatus } from '../../ui/SaveState.tsx';
import { type AuditWork, showSaved } from './audit-work.ts';
import type { Standing } from './changes.ts';
import { askedWords } from './asked-part.ts';
import { optionWords } from './criterion-words.ts';
import { GradeBar } from './GradeBar.tsx';
import type { ScreenStore } from './screen-store.ts';

/** Refusals that trying again will not mend. */
const FINAL_REFUSALS = [
  'QUOTE_NOT_FOUND',
  'NO_SUCH_CRITERION',
  'NO_SUCH_FACT',
  'ALREADY_SUBMITTED',
  'NOT_FOUND',
  'BAD_REQUEST',
];

/** Which plan this is, whether the work is kept, the grade so far, and the way to submit. */
export function AuditHeader({
  audit,
  rubric,
  standing,
  status,
  work,
  screen,
  onUndo,
}: {
  audit: Audit;
  rubric: Rubric;
  standing: Standing;
  status: SaveStatus;
  work: AuditWork;
  screen: ScreenStore;
  onUndo: () => void;
}) {
  const areReasonsOpen = useStore(screen, (state) => state.areReasonsOpen);
  const canUndo = useStore(work.undo, (state) => state.steps.length > 0);
  const isLocked = audit.state === 'submitted';
  const asked = askedWords(rubric, audit);
  const stage = audit.document.stage === null ? '' : optionWords(audit.document.stage);
  return (
    <div className="full-screen__head">
      <div className="audit__line">
        <PageHeader
          title={`${audit.planReference}${audit.planInitials === '' ? '' : ` (${audit.planInitials})`}`}
          windowTitle={`Audit of ${audit.planReference}`}
          eyebrow={
            <>
              <Link href={`/plans/${audit.planId}`}>Plan</Link> ·{' '}
              {stage === '' ? 'Audit' : `Audit of the ${stage.toLowerCase()}`}
              {audit.isCalibration ? ' · Calibration: it counts nowhere' : ''}
              {asked === '' ? '' : ` · ${asked}`}
            </>
          }
        />
        <div className="audit__deeds">
          {isLocked ? (
            <p className="audit__locked">
              <Icon name="lock" /> Submitted {audit.submittedAt === null ? '' : formatDateTime(audit.submittedAt)}.
            </p>
          ) : (
            <SaveState status={status} />
          )}
          {status.kind === 'failed' ? <FailedSave auditId={audit.id} work={work} /> : null}
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              screen.setState({ dialog: 'facts' });
            }}
          >
            Facts
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              screen.setState({ dialog: 'notes' });
            }}
          >
            Notes
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-keyshortcuts="F"
            title="Flag something that cannot wait (F)"
            onClick={() => {
              screen.setState({ dialog: 'flag' });
            }}
          >
            Flag
          </Button>
          <Link className="audit__link small" href={`/thread/${audit.document.id}`}>
            Golden thread
          </Link>
          <Link className="audit__link small" href={`/documents/${audit.document.id}/sections`}>
            Sections
          </Link>
          {isLocked && audit.canReopen ? (
            <Button
              size="small"
              onClick={() => {
                screen.setState({ dialog: 'reopen' });
              }}
            >
              Reopen
            </Button>
          ) : null}
          {isLocked ? null : (
            <>
              <Button
                size="small"
                icon={<Icon name="undo" />}
                title="Take the last change back (Ctrl+Z)"
                aria-keyshortcuts="Control+Z"
                disabled={!canUndo}
                onClick={onUndo}
              >
                Undo
              </Button>
              <Button
                size="small"
                look="primary"
                onClick={() => {
                  screen.setState({ dialog: 'submit' });
                }}
              >
                {standing.problems.length === 0 ? 'Submit' : `Review and submit (${standing.problems.length} to do)`}
              </Button>
            </>
          )}
        </div>
      </div>
      <GradeBar
        rubric={rubric}
        grading={standing.grading}
        asked={asked}
        activeSeconds={audit.activeSeconds}
        isOpen={areReasonsOpen}
        onToggle={() => {
          screen.setState({ areReasonsOpen: !areReasonsOpen });
        }}
      />
    </div>
  );
}

function FailedSave({ auditId, work }: { auditId: string; work: AuditWork }) {
  const queryClient = useQueryClient();
  const failure = useStore(work.queue.state, (state) => state.failure);
  const isFinal = FINAL_REFUSALS.some((code) => isRefusal(failure, code));
  if (isRefusal(failure, 'CHANGED_ELSEWHERE')) {
    return (
      <>
        <Button
          size="small"
          onClick={() => {
            showSaved(work, auditId, queryClient);
          }}
        >
          Show what was saved there
        </Button>
        <Button size="small" onClick={work.queue.insist}>
          Keep mine
        </Button>
      </>
    );
  }
  return (
    <>
      <Button size="small" onClick={work.queue.retry}>
        Try again
      </Button>
      {isFinal ? (
        <Button size="small" onClick={work.queue.giveUp}>
          Leave this change out
        </Button>
      ) : null}
    </>
  );
}
