import { useMutation } from '@tanstack/react-query';
import type { ModerationList } from '../../../shared/contract/moderation.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';

/** The share of agreements that the standards ask to look at all the same, drawn by chance and kept with its seed. */
export function AgreementDraws({ round, list }: { round: Round; list: ModerationList }) {
  const draw = useMutation(api.moderation.draw.mutationOptions());
  const { draws, notDrawnYet, randomSharePercent } = list;
  if (draws.length === 0 && (notDrawnYet === 0 || randomSharePercent === 0)) return null;
  const toDraw = Math.ceil((notDrawnYet * randomSharePercent) / 100);
  return (
    <section className="panel stack-tight" aria-label="Drawn from agreements">
      {notDrawnYet === 0 || toDraw === 0 ? null : (
        <div className="row row--apart">
          <p>
            Auditors agree on {notDrawnYet === 1 ? '1 plan' : `${notDrawnYet} plans`} that nothing has been drawn from.
            The standards ask the panel to look at {randomSharePercent}% of them, drawn by chance.
          </p>
          <Button
            isBusy={draw.isPending}
            onClick={() => {
              draw.mutate({ roundId: round.id, seed: null });
            }}
          >
            Draw {toDraw} of {notDrawnYet}
          </Button>
        </div>
      )}
      {draw.isError ? <Failed error={draw.error} /> : null}
      {draws.map(({ id, seed, drawnAt, drawnBy, frame, drawn }) => (
        <p key={id} className="soft">
          Drawn by chance: {drawn.join(', ')}, from {frame.length === 1 ? '1 agreement' : `${frame.length} agreements`}{' '}
          ({frame.join(', ')}). Seed {seed}, by {drawnBy}, {formatDateTime(drawnAt)}.
        </p>
      ))}
    </section>
  );
}
