import type { Round } from '../../../shared/contract/rounds.ts';
import type { Sample } from '../../../shared/contract/samples.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { filterWords, leftOutInAll, leftOutReasonWords } from '../../../shared/domain/rounds/frame-words.ts';
import { stratumKeyWords } from '../../../shared/domain/rounds/strata.ts';

type Draw = NonNullable<Sample['draw']>;

/**
 * How a round's plans were chosen, to be copied into a report: method, seed, frame and digest, and what was changed by
 * hand since. It names no plan and no reason, since those may tell of a child. `drawnAt` is the draw's time in words.
 */
export function howDrawn({ draw, plans }: Sample, round: Round, drawnAt: string): string {
  const where = `${round.halfTerm.label} ${round.halfTerm.schoolYear.replace('-', '/')}, panel of ${formatDate(round.panelDate)}`;
  const now = plans.filter(({ state }) => state === 'in').length;
  const changes = changedByHand(plans);
  const today = `The round now holds ${count(now, 'plan')}.`;
  if (draw === null) return `Plans of the round (${where}): picked by hand. ${today}`;
  const parts = [
    `Sample for the round (${where}): ${methodWords(draw)}, drawn ${drawnAt} by ${draw.drawnBy}.`,
    `Frame: ${count(draw.frameSize, 'plan')} of the register (${filterWords(draw.filter)}); asked for: ${draw.size}; drawn: ${draw.strata.reduce((sum, stratum) => sum + stratum.drawn, 0)}.`,
    leftOutOfDraw(draw),
    draw.method === 'stratified'
      ? `By stratum (drawn of frame): ${draw.strata.map(({ stratum, size, drawn }) => `${stratum} ${drawn} of ${size}`).join('; ')}.`
      : '',
    `Seed ${draw.seed}; SHA-256 of the frame ${draw.frameDigest}. The same frame and seed give the same sample on any machine (xoroshiro128+, Fisher–Yates).`,
    changes === '' ? '' : `Since then, by hand and with a reason each: ${changes}. ${today}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function methodWords({ method, strataBy, allocation }: Draw): string {
  if (method === 'random') return 'simple random sample';
  const keys = strataBy.map((key) => stratumKeyWords(key).toLowerCase());
  const places = allocation === 'equal' ? 'as many from each stratum' : 'in proportion to the strata';
  return `stratified random sample by ${keys.join(', ')}, ${places}`;
}

/** How the frame and what was left out of it make up the register as it was on that day. */
export function leftOutOfDraw({ frameSize, leftOut }: Pick<Draw, 'frameSize' | 'leftOut'>): string {
  if (leftOut === null) return 'Who of the register was left out of the frame was not kept when it was drawn.';
  const without = leftOutInAll(leftOut);
  if (without === 0) return 'No plan of the register was left out of the frame.';
  const reasons = leftOut.map(({ reason, count: number }) => `${leftOutReasonWords(reason)} ${number}`);
  return `Left out of the frame: ${without} of the ${count(frameSize + without, 'plan')} then in the register, each for the first thing that it was not as asked for: ${reasons.join('; ')}.`;
}

function changedByHand(plans: Sample['plans']): string {
  const number = (is: (plan: Sample['plans'][number]) => boolean) => plans.filter(is).length;
  const swapped = number(({ state }) => state === 'swapped_out');
  const taken = number(({ state }) => state === 'taken_out');
  const picked = number(({ origin, state }) => origin === 'picked' && state === 'in');
  const owed = number(({ origin, state }) => origin === 're_audit' && state === 'in');
  return [
    swapped === 0 ? '' : `${count(swapped, 'plan')} swapped for the next reserve of the same stratum`,
    taken === 0 ? '' : `${count(taken, 'plan')} taken out`,
    picked === 0 ? '' : `${count(picked, 'plan')} picked`,
    owed === 0 ? '' : `${count(owed, 're-audit')} owed`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
