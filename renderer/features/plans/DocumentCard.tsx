import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { comparePath } from '../../api/plan-versions.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { CorrectStage } from './CorrectStage.tsx';

/** One version of a plan: what was found in it, and the two things to do with it: check its sections, audit it. */
export function DocumentCard({
  document,
  before,
  planId,
  mayEdit,
}: {
  document: DocumentSummary;
  /** The version before it, to compare it with; null for the first. */
  before: DocumentSummary | null;
  planId: string;
  mayEdit: boolean;
}) {
  const [, navigate] = useLocation();
  const round = useQuery(api.rounds.current.queryOptions());
  const queue = useQuery(api.plans.queue.queryOptions());
  const isAuditor = useHasRole('auditor');
  const isLead = useHasRole('qa_lead');
  const [isAsking, setIsAsking] = useState(false);
  const [isCorrecting, setIsCorrecting] = useState(false);
  const open = useMutation(
    api.audits.open.mutationOptions({
      onSuccess: (audit) => {
        navigate(`/audits/${audit.id}`);
      },
    }),
  );
  const remove = useMutation(api.documents.remove.mutationOptions());
  const stage = document.stage === null ? 'Document' : STAGE_WORDS[document.stage];
  const { myAudit } = document;
  const asked = queue.data?.find((item) => item.document.id === document.id);
  // Once plans are handed out nobody takes one that they are not asked for; before that everyone takes any.
  const mayBegin = myAudit !== null || asked !== undefined || (queue.isSuccess && round.data?.assigned === 0);
  const isPrepared = asked?.isPrepared !== false;

  return (
    <article className="panel stack" aria-label={`${stage}: ${document.fileName}`}>
      <div>
        <div className="document-card__head">
          <h3>{stage}</h3>
          <span className="soft small">
            {document.issuedOn === null ? 'No issue date' : `Issued ${formatDate(document.issuedOn)}`}
          </span>
        </div>
        <p className="document-card__file soft small">{document.fileName}</p>
      </div>
      <dl className="document-card__facts">
        <dt>Read</dt>
        <dd>
          {document.format === 'pdf' ? `PDF, ${count(document.pages ?? 0, 'page')}` : 'Word document'},{' '}
          {formatDateTime(document.importedAt)}
        </dd>
        <dt>Sections</dt>
        <dd>{sectionsWords(document)}</dd>
        {document.warnings === 0 ? null : (
          <>
            <dt>To look at</dt>
            <dd>{count(document.warnings, 'remark')} of the reader, shown with its sections</dd>
          </>
        )}
        <dt>My audit</dt>
        <dd>
          {!isPrepared
            ? 'being prepared: names are checked by the QA lead first'
            : isAuditor && queue.isSuccess && !mayBegin
              ? 'you are not asked to audit this one'
              : auditWords(myAudit)}
        </dd>
      </dl>
      {isCorrecting ? (
        <CorrectStage
          document={document}
          planId={planId}
          onDone={() => {
            setIsCorrecting(false);
          }}
        />
      ) : (
        <div className="row">
          {isAuditor && mayBegin && isPrepared ? (
            <Button
              look="primary"
              isBusy={open.isPending || round.data === undefined}
              onClick={() => {
                if (myAudit !== null) navigate(`/audits/${myAudit.id}`);
                else if (round.data !== undefined) {
                  open.mutate({ documentId: document.id, roundId: asked?.roundId ?? round.data.id });
                }
              }}
            >
              {myAudit === null
                ? 'Begin the audit'
                : myAudit.state === 'open'
                  ? 'Go on with the audit'
                  : 'See the audit'}
            </Button>
          ) : null}
          <Link href={`/documents/${document.id}/sections`} className={buttonClass()}>
            {document.sectionsConfirmed ? 'See the sections' : 'Check the sections'}
          </Link>
          <Link href={`/thread/${document.id}`} className={buttonClass()}>
            Golden thread
          </Link>
          {isLead ? (
            <Link href={`/documents/${document.id}/masking`} className={buttonClass()}>
              Mask for the forum
            </Link>
          ) : null}
          {before === null ? null : (
            <Link href={comparePath(before.id, document.id)} className={buttonClass()}>
              Compare with the {before.stage === null ? 'version before' : STAGE_WORDS[before.stage].toLowerCase()}
            </Link>
          )}
        </div>
      )}
      {mayEdit && !isCorrecting ? (
        <div className="row document-card__lesser">
          <Button
            look="quiet"
            size="small"
            onClick={() => {
              setIsCorrecting(true);
            }}
          >
            Correct stage or date
          </Button>
          {myAudit?.state === 'submitted' ? null : (
            <Button
              look="quiet"
              size="small"
              onClick={() => {
                setIsAsking(true);
              }}
            >
              Remove…
            </Button>
          )}
        </div>
      ) : null}
      {open.isError ? <Failed error={open.error} /> : null}
      {round.isError ? <Failed error={round.error} onRetry={() => void round.refetch()} /> : null}
      <ConfirmDialog
        isOpen={isAsking}
        title={`Remove this ${document.stage === null ? '' : `${stage.toLowerCase()} `}plan?`}
        confirmLabel="Remove the document"
        isDanger
        isBusy={remove.isPending}
        onConfirm={() => {
          remove.mutate({ documentId: document.id });
        }}
        onCancel={() => {
          setIsAsking(false);
          remove.reset();
        }}
      >
        <p>
          {document.fileName} leaves the workspace
          {myAudit === null ? '.' : `, and with it your audit (${auditWords(myAudit)}).`} This cannot be undone; the
          file on your disk stays as it is.
        </p>
        {remove.isError ? <Failed error={remove.error} /> : null}
      </ConfirmDialog>
    </article>
  );
}

function sectionsWords(document: DocumentSummary): string {
  if (!document.hasText) return 'None: this is a scan, to be audited by eye';
  const found = `${document.sectionsFound.length} found`;
  if (document.sectionsConfirmed) return `${found}, confirmed`;
  const unsure = document.sectionsUnsure;
  return unsure.length === 0
    ? `${found}, not confirmed yet`
    : `${found}, not confirmed yet; not sure of ${unsure.join(', ')}`;
}

function auditWords(audit: DocumentSummary['myAudit']): string {
  if (audit === null) return 'not begun';
  return audit.state === 'submitted' ? 'submitted' : `${audit.answered} of ${audit.toAnswer} answered`;
}
