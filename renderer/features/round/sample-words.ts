import type { Round } from '../../../shared/contract/rounds.ts';
import type { FrameFilter, Sample } from '../../../shared/contract/samples.ts';
import { count, formatDate } from '../../../shared/domain/calendar-date.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { stratumKeyWords } from '../../../shared/domain/rounds/strata.ts';
import { planTypeWords } from '../../api/field-words.ts';

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

/** 'new plans, Year 9 to Year 14, team Coast'; 'all plans' where nothing was asked for. */
export function filterWords(filter: FrameFilter): string {
  const { planTypes, ncYearFrom, ncYearTo, team, locality, isLookedAfter, isLate, notAuditedForRounds } = filter;
  const parts = [
    planTypes.length === 0 ? '' : `kind: ${planTypes.map((type) => planTypeWords(type).toLowerCase()).join(' or ')}`,
    yearsWords(ncYearFrom, ncYearTo),
    team === null ? '' : `team ${team}`,
    locality === null ? '' : `locality ${locality}`,
    isLookedAfter === null ? '' : isLookedAfter ? 'looked after' : 'not looked after',
    isLate === null ? '' : isLate ? 'late' : 'not late',
    notAuditedForRounds === 0 ? '' : `not audited in the last ${count(notAuditedForRounds, 'round')}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'all plans' : parts.join(', ');
}

function yearsWords(from: number | null, to: number | null): string {
  if (from === null) return to === null ? '' : `up to ${yearGroup(to)}`;
  return to === null ? `from ${yearGroup(from)}` : `${yearGroup(from)} to ${yearGroup(to)}`;
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
