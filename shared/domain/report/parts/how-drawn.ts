import { formatDate } from '../../calendar-date.ts';
import { FEWEST_FOR_PERCENTAGE, wholePercentage } from '../../percentages.ts';
import { ALL_PLANS, LEFT_OUT_REASONS, leftOutInAll, leftOutReasonWords } from '../../rounds/frame-words.ts';
import { stratumKeyWords, STRATUM_KEYS } from '../../rounds/strata.ts';
import type { CountedTables, CountRow } from '../count-table.ts';
import type { RoundFacts } from '../report-input.ts';
import { counted, lowerFirst } from '../report-words.ts';

/** How a round's plans came to be in it: what part 3 says of each, and the register that it was drawn from. */

type Draw = NonNullable<RoundFacts['sample']>;

const KINDS: Readonly<Record<string, string>> = {
  random: 'At random',
  thematic: 'By a theme',
  risk_based: 'By risk',
};

/**
 * How the plans of a round were drawn, from what, and what changed since. `smallest`: counts under it, from 1 on, are
 * said as 'some'; `isInternal`: who was left out of the draw may be told.
 */
export function drawnWords(
  { kind, theme, panelDate, sample, reAuditsOwed, swapped }: RoundFacts,
  smallest: number,
  isInternal: boolean,
): string {
  const plans = (count: number) => (count < smallest ? 'some plans' : counted(count, 'plans'));
  const isOne = (count: number) => count === 1 && smallest <= 1;
  const drawn =
    sample === null
      ? `Its plans were not drawn by chance${kind === 'random' ? ', so their figures need not describe all plans' : ''}.`
      : `Its plans were drawn by chance from ${plans(sample.frame)}${isInternal ? registerWords(sample) : ''}${strata(sample.strataBy)} with the seed ${sample.seed}, so that the draw can be made again.${shareOfFrame(sample, smallest)}${isInternal ? leftOutWords(sample) : ''}`;
  const changes = [
    ...(swapped > 0
      ? [
          `${plans(swapped)} ${isOne(swapped) ? 'was' : 'were'} swapped for another or taken out, ${isOne(swapped) ? 'with its reason' : 'each with its reason'} on the round’s record`,
        ]
      : []),
    ...(reAuditsOwed > 0 ? [`${plans(reAuditsOwed)} came along as re-audits that were owed`] : []),
  ];
  const added = changes.length === 0 ? '' : ` ${upperFirst(changes.join('; '))}.`;
  return `${kindWords({ kind, sample })}${theme === '' ? '' : ` (${theme})`}, panel on ${formatDate(panelDate)}. ${drawn}${added}`;
}

/** How large a part of what could be drawn the sample is; where small counts may not be told, nothing. */
function shareOfFrame({ frame, fromFrame }: Draw, smallest: number): string {
  if (smallest > 1 || fromFrame === 0) return '';
  const percent = frame < FEWEST_FOR_PERCENTAGE ? '' : ` (${wholePercentage(fromFrame, frame)}%)`;
  return ` ${fromFrame} of these ${frame}${percent} ${fromFrame === 1 ? 'was' : 'were'} in the round.`;
}

/** What the plans that could be drawn are plans of. */
function registerWords({ asked }: Draw): string {
  return ` of the register${asked === ALL_PLANS ? '' : ` (${asked})`}`;
}

/** Why the other plans of the register, as it was then, could not be drawn. */
function leftOutWords({ frame, leftOut }: Draw): string {
  if (leftOut === null) return ' Why other plans of the register could not be drawn was not kept at the time.';
  const without = leftOutInAll(leftOut);
  if (without === 0) return ' No plan of the register was left out.';
  const reasons = leftOut.map(({ reason, count }) => `${leftOutReasonWords(reason)} ${count}`).join('; ');
  return ` ${without} of the ${counted(frame + without, 'plans')} then in the register could not be drawn, each counted for the first thing that it was not as asked for: ${reasons}.`;
}

/** A round that was meant to be drawn and never was is called no random one. */
function kindWords({ kind, sample }: Pick<RoundFacts, 'kind' | 'sample'>): string {
  return kind === 'random' && sample === null ? 'Picked by hand' : (KINDS[kind] ?? kind);
}

function strata(keys: readonly string[]): string {
  const words = STRATUM_KEYS.filter((key) => keys.includes(key)).map((key) => lowerFirst(stratumKeyWords(key)));
  return words.length === 0 ? '' : `, by ${words.join(', ')},`;
}

/** Of each round that was drawn: the register as it was then, the plans that could be drawn, and why the others not. */
export function leftOutTable(rounds: readonly RoundFacts[]): CountedTables {
  const drawn = rounds.flatMap((round) =>
    round.sample === null || round.sample.leftOut === null
      ? []
      : [{ round, frame: round.sample.frame, leftOut: round.sample.leftOut }],
  );
  if (drawn.length === 0) return { tables: [], sums: [] };
  const keyOf = ({ id }: RoundFacts, column: string) => `round/${id}/register/${column}`;
  return {
    tables: [
      {
        id: 'left-out',
        caption: 'Plans of the register when the sample was drawn, and why some could not be',
        noun: 'plans',
        rowHead: 'Round',
        columns: [
          { id: 'frame', label: 'Could be drawn', isTotal: false },
          ...LEFT_OUT_REASONS.map((id) => ({ id, label: `Left out: ${leftOutReasonWords(id)}`, isTotal: false })),
          { id: 'all', label: 'All plans of the register', isTotal: true },
        ],
        rows: drawn.map(({ round, frame, leftOut }): CountRow => ({
          id: round.id,
          label: roundLabel(round),
          isTotal: false,
          counts: [
            { key: keyOf(round, 'frame'), n: frame },
            ...LEFT_OUT_REASONS.map((reason) => ({
              key: keyOf(round, reason),
              n: leftOut.find((own) => own.reason === reason)?.count ?? 0,
            })),
            { key: keyOf(round, 'all'), n: frame + leftOutInAll(leftOut) },
          ],
        })),
        share: null,
      },
    ],
    sums: drawn.map(({ round }) => ({
      total: keyOf(round, 'all'),
      parts: ['frame', ...LEFT_OUT_REASONS].map((column) => keyOf(round, column)),
    })),
  };
}

/** 'At random, 4 December 2026' */
export function roundLabel(round: RoundFacts): string {
  return `${kindWords(round)}${round.theme === '' ? '' : ` (${round.theme})`}, ${formatDate(round.panelDate)}`;
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
