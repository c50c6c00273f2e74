import type { Insight } from '../../../shared/contract/insight.ts';
import type { Snapshot } from '../../../shared/contract/reports.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { type HalfTermDates, shortHalfTermName, sortHalfTerms } from '../../../shared/domain/half-term.ts';
import { INSIGHT_PARTS, type InsightPart, withCharts } from '../../../shared/domain/insight/insight-blocks.ts';
import { type InsightFilter, NO_INSIGHT_FILTER } from '../../../shared/domain/insight/insight-filter.ts';
import { MEASURES_HEADING } from '../../../shared/domain/report/measures-draft.ts';
import type { PartnershipReport, ReportBlock } from '../../../shared/domain/report/report-model.ts';
import type { Caller } from '../caller.ts';
import type { PartnershipService } from '../partnership/partnership-service.ts';
import type { SnapshotsService } from '../reports/snapshots-service.ts';

/** Parts of the report that each part of the screen shows; what is nowhere here a board reader does not see. */
const REPORT_PARTS: Partial<Record<InsightPart, readonly string[]>> = {
  grades: ['grades', 'trend'],
  measures: ['trend'],
  standards: ['standards'],
  criteria: ['criteria'],
  groups: ['sample'],
  agencies: ['agencies'],
  adulthood: ['pfa'],
  agreement: ['moderation'],
};

/**
 * What a board reader sees: the figures of the publishable editions that were frozen and stand, with the counts hidden
 * that they hide. Nothing is counted anew: what is left after a filter, or on another day, held against what was there
 * before, would give hidden counts away.
 */
export function createPublishedInsight({
  partnership,
  snapshots,
}: {
  partnership: PartnershipService;
  snapshots: Pick<SnapshotsService, 'list' | 'read'>;
}) {
  return async function published(
    caller: Caller,
    { filter, part }: { filter: InsightFilter; part: InsightPart },
  ): Promise<Insight> {
    const standing = await latestByHalfTerm();
    const calendar = sortHalfTerms((await partnership.get()).halfTerms).filter(({ id }) => standing.has(id));
    const halfTerm = calendar.find(({ id }) => id === (filter.to ?? filter.from)) ?? calendar.at(-1);
    const snapshot = halfTerm === undefined ? undefined : standing.get(halfTerm.id);
    const report = snapshot === undefined ? null : await snapshots.read(caller, snapshot.id);
    return {
      view: 'published',
      teams: [],
      parts: INSIGHT_PARTS.filter((id) => REPORT_PARTS[id] !== undefined),
      part,
      filter: { ...NO_INSIGHT_FILTER, from: halfTerm?.id ?? null, to: halfTerm?.id ?? null },
      runName: halfTerm === undefined ? '' : shortHalfTermName(halfTerm),
      seriesLabel: '',
      choices: {
        halfTerms: calendar.map((known: HalfTermDates) => ({
          id: known.id,
          label: shortHalfTermName(known),
          plans: null,
        })),
        series: [],
        standards: [],
        groups: [],
      },
      counted: null,
      heldBack: 0,
      notes:
        snapshot === undefined
          ? []
          : [
              ...countedTogether(report),
              `From the publishable edition of ${formatDate(snapshot.frozenAt.slice(0, 10))}. Counts of 1 to ${snapshot.threshold - 1} are hidden (c), and those from which they could be worked out.`,
            ],
      blocks: report === null ? [] : figuresOf(report, part),
      leading: [],
    };
  };

  /** The publishable editions that were not withdrawn: of each half-term the newest. */
  async function latestByHalfTerm(): Promise<Map<string, Snapshot>> {
    const newestFirst = await snapshots.list();
    const found = new Map<string, Snapshot>();
    for (const snapshot of newestFirst) {
      const { edition, withdrawn, halfTermId } = snapshot;
      if (edition === 'publishable' && withdrawn === null && !found.has(halfTermId)) found.set(halfTermId, snapshot);
    }
    return found;
  }
}

/** A report of a half-term may count those before it with it. */
function countedTogether(report: PartnershipReport | null): string[] {
  return report === null || (report.periods.at(-1)?.length ?? 0) < 2
    ? []
    : [`Half-terms counted together: ${report.halfTerm.label} ${report.halfTerm.schoolYear.replace('-', '/')}.`];
}

function figuresOf({ parts }: PartnershipReport, part: InsightPart): ReportBlock[] {
  const wanted = REPORT_PARTS[part] ?? [];
  const blocks = parts
    .filter(({ id }) => wanted.includes(id))
    .flatMap((found) => (found.id === 'trend' ? ofTrend(found.blocks, part) : found.blocks));
  return withCharts(blocks.filter((block) => isFigure(block) && (part !== 'groups' || isMakeUp(block))));
}

/** The report's part on the trend ends with the measures, which have a place of their own on the screen. */
function ofTrend(blocks: readonly ReportBlock[], part: InsightPart): ReportBlock[] {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.id === MEASURES_HEADING);
  const end = at === -1 ? blocks.length : at;
  return part === 'measures' ? blocks.slice(end) : blocks.slice(0, end);
}

/** Figures and the words around them; neither a person's own words nor excerpts from plans. */
function isFigure({ kind }: ReportBlock): boolean {
  return kind !== 'text_table' && kind !== 'excerpts' && kind !== 'words';
}

/** Of the part on the sample, what plans it holds. */
function isMakeUp(block: ReportBlock): boolean {
  return block.kind === 'counts' && block.table.id.startsWith('make-up-');
}
