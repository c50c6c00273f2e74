import { Link } from 'wouter';
import type { DocumentSummary } from '../../../shared/contract/plans.ts';
import { comparePath } from '../../api/plan-versions.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ChooseVersions } from './ChooseVersions.tsx';

/** Which two versions, and in one sentence how they differ. */
export function CompareHead({
  earlier,
  later,
  summary,
}: {
  earlier: DocumentSummary;
  later: DocumentSummary;
  /** Null where there is nothing to say, or no room for it. */
  summary: string | null;
}) {
  const { planId } = later;
  const scans = [earlier, later].filter(({ hasText }) => !hasText);
  return (
    <div className="full-screen__head compare__head">
      <PageHeader
        title="Compare versions"
        eyebrow={planId === null ? <Link href="/plans">Plans</Link> : <Link href={`/plans/${planId}`}>Plan</Link>}
        actions={
          <>
            <Link href={comparePath(later.id, earlier.id)} className={buttonClass('secondary', 'small')}>
              <Icon name="swap" />
              <span>Swap</span>
            </Link>
            {planId === null ? null : <ChooseVersions planId={planId} earlierId={earlier.id} laterId={later.id} />}
          </>
        }
      />
      {summary === null ? null : <p className="compare__summary">{summary}</p>}
      {scans.length === 0 ? null : (
        <Notice
          tone="warning"
          title={`${scans.map(({ fileName }) => fileName).join(' and ')}: a scan without text, which cannot be compared word by word.`}
          advice="The documents can still be read side by side."
        />
      )}
      {earlier.planId === later.planId ? null : (
        <Notice tone="warning" title="These two documents belong to different plans." />
      )}
    </div>
  );
}
