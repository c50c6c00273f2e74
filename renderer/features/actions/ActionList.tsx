import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Action } from '../../../shared/contract/actions.ts';
import { answerWords, isOverdue, standingWords } from '../../../shared/domain/actions.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { comparePath } from '../../api/plan-versions.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { findingWords, LEVEL_WORDS, settledWords, stageWords } from './action-words.ts';
import { EditAction } from './EditAction.tsx';
import { SettleAction, type Settling } from './SettleAction.tsx';
import './actions.css';

/** Actions as they stand, each with what can be done with it. */
export function ActionList({
  actions,
  today,
  label,
  isPlanNamed = true,
}: {
  actions: readonly Action[];
  today: string;
  label: string;
  isPlanNamed?: boolean;
}) {
  const [settling, setSettling] = useState<Settling | null>(null);
  const [edited, setEdited] = useState<Action | null>(null);
  const reopen = useMutation(api.actions.reopen.mutationOptions());
  return (
    <>
      <ul className="list-plain actions" aria-label={label}>
        {actions.map((action) => (
          <li key={action.id} className="action">
            <div className="action__words stack-tight">
              <p className="action__what">{action.words}</p>
              <p className="small soft">
                {isPlanNamed && action.plan !== null ? (
                  <>
                    <Link href={`/plans/${action.plan.id}`}>{action.plan.reference}</Link> ·{' '}
                  </>
                ) : null}
                {action.kind === 're_audit' ? 'Re-audit' : LEVEL_WORDS[action.level]}
                {action.service === '' ? '' : ` · ${action.service}`} · {action.owner.name} ·{' '}
                <Finding action={action} />
              </p>
              <ReAuditWords action={action} />
              <LaterWords action={action} />
              {action.state === 'open' ? null : (
                <p className="small">
                  {settledWords(action)}: {action.evidence}
                  {action.quote === null ? null : <q className="action__quote">{action.quote.text}</q>}
                </p>
              )}
            </div>
            <div className="action__side">
              <Standing action={action} today={today} />
              <Deeds action={action} onSettle={setSettling} onEdit={setEdited} onReopen={reopen} />
            </div>
          </li>
        ))}
      </ul>
      {reopen.isError ? <Failed error={reopen.error} /> : null}
      {settling === null ? null : (
        <SettleAction
          key={`${settling.action.id} ${settling.state}`}
          {...settling}
          onClose={() => {
            setSettling(null);
          }}
        />
      )}
      {edited === null ? null : (
        <EditAction
          key={edited.id}
          action={edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </>
  );
}

/** Where it came from; what the panel agreed on can be opened. */
function Finding({ action }: { action: Action }) {
  const maySee = useHasRole('qa_lead', 'chair', 'auditor');
  const words = findingWords(action);
  const { source, roundId, version } = action;
  if (!maySee || source !== 'moderation' || roundId === null || version === null) return words;
  return <Link href={`/moderate/${roundId}/${version.documentId}`}>{words}</Link>;
}

function Standing({ action, today }: { action: Action; today: string }) {
  const isLate = isOverdue(action, today);
  return (
    <p className={isLate ? 'action__standing action__standing--late' : 'action__standing'}>
      {isLate ? <Icon name="warning" /> : action.state === 'done' ? <Icon name="check" /> : null}{' '}
      {standingWords(action, today)}
    </p>
  );
}

function Deeds({
  action,
  onSettle,
  onEdit,
  onReopen,
}: {
  action: Action;
  onSettle: (settling: Settling) => void;
  onEdit: (action: Action) => void;
  onReopen: { isPending: boolean; mutate: (input: { actionId: string }) => void };
}) {
  const about = <span className="visually-hidden">: {action.words}</span>;
  return (
    <div className="row action__deeds">
      {action.maySettle && action.state === 'open' ? (
        <>
          <Button
            size="small"
            look={action.later?.isProposedDone === true ? 'primary' : 'secondary'}
            onClick={() => {
              onSettle({ action, state: 'done' });
            }}
          >
            Mark as done…{about}
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              onSettle({ action, state: 'dropped' });
            }}
          >
            Drop…{about}
          </Button>
        </>
      ) : null}
      {action.mayEdit ? (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            onEdit(action);
          }}
        >
          Change…{about}
        </Button>
      ) : null}
      {action.maySettle && action.state !== 'open' ? (
        <Button
          size="small"
          isBusy={onReopen.isPending}
          onClick={() => {
            onReopen.mutate({ actionId: action.id });
          }}
        >
          Open again{about}
        </Button>
      ) : null}
    </div>
  );
}

function ReAuditWords({ action: { reAudit } }: { action: Action }) {
  if (reAudit === null) return null;
  const { before, after } = reAudit;
  const was = before === null ? 'Its grade before is not known' : `Before: ${before}`;
  const is =
    after === null ? 'It comes along when the next sample is drawn, and is not graded again yet.' : `After: ${after}.`;
  return (
    <p className="small">
      {was}. {is}
    </p>
  );
}

/** What the auditors of the next version say, and where to see both versions. */
function LaterWords({ action: { later, version, state } }: { action: Action }) {
  if (later === null) return null;
  const where = `the ${stageWords(later.version.stage)}`;
  return (
    <>
      {later.isProposedDone && state === 'open' ? (
        <Notice tone="success" title={`Every auditor of ${where} says that this is answered. Is it done?`} />
      ) : null}
      <p className="small">
        Asked of {where}:{' '}
        {later.answers.map(({ auditor, answer, comment }, at) => (
          <span key={auditor}>
            {at === 0 ? '' : '; '}
            {auditor}: {answerWords(answer).toLowerCase()}
            {comment === '' ? '' : ` (${comment})`}
          </span>
        ))}
        .{' '}
        {version === null ? null : (
          <Link href={comparePath(version.documentId, later.version.documentId)}>Compare the two versions</Link>
        )}
      </p>
    </>
  );
}
