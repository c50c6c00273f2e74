import { useQuery } from '@tanstack/react-query';
import type { Audit } from '../../../shared/contract/audits.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { AuditScreen, type EarlierActionsBar } from './AuditScreen.tsx';
import { CalibrationNotesOf } from './CalibrationNotes.tsx';

/** An auditor's work on one document: the plan on one side, the standards on the other. */
export function AuditPage({
  auditId,
  acrossId = null,
  earlierActions,
}: {
  auditId: string;
  acrossId?: string | null;
  earlierActions: EarlierActionsBar;
}) {
  const audit = useQuery(api.audits.get.queryOptions({ input: { auditId } }));
  return (
    <Asked query={audit} loading="Opening the audit">
      {(opened) => <WithPlanAndStandards audit={opened} acrossId={acrossId} earlierActions={earlierActions} />}
    </Asked>
  );
}

function WithPlanAndStandards({
  audit,
  acrossId,
  earlierActions,
}: {
  audit: Audit;
  acrossId: string | null;
  earlierActions: EarlierActionsBar;
}) {
  const rubric = useQuery(
    api.rubrics.get.queryOptions({ input: { rubricId: audit.rubricId }, staleTime: Number.POSITIVE_INFINITY }),
  );
  const document = useQuery(api.documents.get.queryOptions({ input: { documentId: audit.document.id } }));
  const host = useQuery({ queryKey: ['host'], queryFn: getHost, staleTime: Number.POSITIVE_INFINITY });
  return (
    <Asked query={rubric} loading="Opening the standards">
      {(stored) => (
        <Asked query={document} loading="Opening the plan">
          {(opened) =>
            host.data === undefined ? null : (
              <CalibrationNotesOf rubricId={audit.rubricId}>
                <AuditScreen
                  audit={audit}
                  rubric={stored.rubric}
                  model={opened.model}
                  masked={opened.masked}
                  fileUrl={host.data.documentUrl(audit.document.id)}
                  acrossId={acrossId}
                  earlier={earlierActions}
                />
              </CalibrationNotesOf>
            )
          }
        </Asked>
      )}
    </Asked>
  );
}
