import type { Round } from '../../../shared/contract/rounds.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Says which plans of a round that is to speak for all plans are no part of a random sample, and what that means for its figures. */
export function NotDrawn({ round }: { round: Round }) {
  const beside = round.plans - round.drawn;
  if (round.kind !== 'random' || beside === 0) return null;
  if (round.drawn === 0) {
    return (
      <Notice
        tone="info"
        title="These plans were not drawn."
        advice="The report and Insight count them as “not drawn”, apart from random samples: chosen plans need not stand for all. Draw a sample to have one."
      />
    );
  }
  return (
    <p className="soft">
      {count(beside, 'plan')} of these {beside === 1 ? 'was' : 'were'} picked by hand or {beside === 1 ? 'is' : 'are'}{' '}
      owed a re-audit. The report and Insight count {beside === 1 ? 'it' : 'them'} as “not drawn”, apart from the
      sample.
    </p>
  );
}
