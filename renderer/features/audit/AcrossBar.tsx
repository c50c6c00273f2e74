import { Link } from 'wouter';
import type { Audit } from '../../../shared/contract/audits.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import { Failed } from '../../api/Asked.tsx';
import { Button } from '../../ui/Button.tsx';
import { acrossWords } from './across.ts';
import type { Across } from './use-across.ts';

/** Says which standard is gone through across all my plans, how far that is, and leads to the next plan. */
export function AcrossBar({
  audit,
  rubric,
  standardId,
  across,
}: {
  audit: Audit;
  rubric: Rubric;
  standardId: string;
  across: Across;
}) {
  const { plans, at, step, failure } = across;
  const done = plans.filter(({ progress }) => progress !== null && progress.answered === progress.toAnswer).length;
  return (
    <section className="across" aria-label="One standard across my plans">
      <p className="across__words">
        <strong>{standardTitle(rubric, standardId)}</strong> across my plans
        {at === -1 ? '' : `: ${audit.planReference}, plan ${at + 1} of ${plans.length}`}
      </p>
      <span className="grade-bar__count">
        <progress max={Math.max(1, plans.length)} value={done} aria-label="Plans done by this standard" />
        <span className="small">{acrossWords(plans)}</span>
      </span>
      <Button
        size="small"
        aria-keyshortcuts=","
        title="Plan before (,)"
        disabled={at <= 0}
        onClick={() => {
          step(-1);
        }}
      >
        ‹ Plan before
      </Button>
      <Button
        size="small"
        aria-keyshortcuts="."
        title="Next plan (.)"
        disabled={at === -1 || at >= plans.length - 1}
        onClick={() => {
          step(1);
        }}
      >
        Next plan ›
      </Button>
      <Link className="small" href={`/audits/${audit.id}`}>
        The whole of this plan
      </Link>
      {failure === null ? null : <Failed error={failure} />}
    </section>
  );
}
