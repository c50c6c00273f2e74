import { Link } from 'wouter';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Stage } from './round-line.ts';

const STATE_WORDS: Record<Stage['state'], string> = {
  done: 'done',
  now: 'now',
  later: 'later',
  left_out: 'not in this round',
};

/** The round as a thread with its stages on it; for who leads it, each leads to where it is done. */
export function RoundLine({ stages, isLinked }: { stages: readonly Stage[]; isLinked: boolean }) {
  return (
    <section aria-labelledby="round-heading">
      <h2 id="round-heading" className="visually-hidden">
        Where the round stands
      </h2>
      <ol className="list-plain round-line">
        {stages.map((stage) => (
          <li
            key={stage.id}
            className={classNames('round-line__stage', `round-line__stage--${stage.state.replace('_', '-')}`)}
            aria-current={stage.state === 'now' ? 'step' : undefined}
          >
            <span className="round-line__knot">{stage.state === 'done' ? <Icon name="check" /> : null}</span>
            <span className="round-line__label">
              {isLinked ? <Link href={stage.path}>{stage.label}</Link> : stage.label}
              <span className="visually-hidden"> ({STATE_WORDS[stage.state]})</span>
            </span>
            <span className="round-line__detail">{stage.detail}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
