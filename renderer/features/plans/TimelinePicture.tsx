import { daysBetween, formatDate } from '../../../shared/domain/calendar-date.ts';
import type { TimelineStep } from '../../../shared/domain/timeline/statutory-timeline.ts';

const WIDTH = 640;
const LEFT = 8;
const RIGHT = 8;
const ROW = 22;
const TOP = 8;
const BAR = 10;

/**
 * Each clock as a line: hollow as long as the law gives, filled as long as it took (or has run till today). Its words
 * stand in the list beside it; here they are the picture's description.
 */
export function TimelinePicture({ steps, today }: { steps: readonly TimelineStep[]; today: string }) {
  const known = steps.filter(({ start, due }) => start !== null && due !== null);
  // A year to the next review would leave the rest no room.
  const within = known.filter(({ id }) => id !== 'next-review');
  const drawn = within.length === 0 ? known : within;
  const from = drawn.map(({ start }) => start ?? today).sort()[0];
  if (from === undefined) return null;
  const to =
    drawn
      .flatMap(({ due, done }) => [due ?? today, done ?? from])
      .sort()
      .at(-1) ?? today;
  const days = Math.max(daysBetween(from, to), 1);
  const x = (date: string): number => LEFT + (daysBetween(from, clamp(date, from, to)) / days) * (WIDTH - LEFT - RIGHT);
  const height = TOP + drawn.length * ROW + 22;
  const isTodayIn = today >= from && today <= to;
  return (
    <svg
      className="timeline-picture"
      viewBox={`0 0 ${WIDTH} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, in the theme's own colours
      role="img"
      aria-label={`Timeline from ${formatDate(from)} to ${formatDate(to)}. ${drawn
        .map(({ label, words }) => `${label}: ${words}`)
        .join('. ')}`}
    >
      {drawn.map((step, at) => {
        const y = TOP + at * ROW;
        const start = x(step.start ?? from);
        const due = x(step.due ?? to);
        const end = x(step.done ?? (today < from ? from : today));
        return (
          <g key={step.id}>
            <rect className="timeline-picture__law" x={start} y={y} width={Math.max(due - start, 1)} height={BAR} />
            <rect
              className={`timeline-picture__taken timeline-picture__taken--${step.state}`}
              x={start}
              y={y + 3}
              width={Math.max(end - start, 1)}
              height={BAR - 6}
            />
            {step.done === null ? null : <circle className="timeline-picture__done" cx={end} cy={y + BAR / 2} r={5} />}
          </g>
        );
      })}
      {isTodayIn ? (
        <line className="timeline-picture__today" x1={x(today)} x2={x(today)} y1={0} y2={height - 20} />
      ) : null}
      <text className="timeline-picture__text" x={LEFT} y={height - 5}>
        {formatDate(from)}
      </text>
      <text className="timeline-picture__text" x={WIDTH - RIGHT} y={height - 5} textAnchor="end">
        {formatDate(to)}
      </text>
      {isTodayIn && x(today) > 150 && x(today) < WIDTH - 150 ? (
        <text className="timeline-picture__text" x={x(today)} y={height - 5} textAnchor="middle">
          today
        </text>
      ) : null}
    </svg>
  );
}

function clamp(date: string, from: string, to: string): string {
  return date < from ? from : date > to ? to : date;
}
