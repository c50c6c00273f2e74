import { useId } from 'react';
import { trendChart } from '../../../shared/charts/trend-chart.ts';
import type { ReadMeasure } from '../../../shared/contract/measures.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { type MeasureFields, valueWords } from '../../../shared/domain/measures.ts';
import { SvgChart } from '../../ui/SvgChart.tsx';
import { useIsDark } from '../../ui/use-is-dark.ts';

/** A measure's readings against milestones, which may be those that are being typed. */
export function TrendPicture({
  name,
  unit,
  milestones,
  figures,
}: Pick<MeasureFields, 'name' | 'unit' | 'milestones'> & { figures: ReadMeasure['figures'] }) {
  const idPrefix = `trend-${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const palette = useIsDark() ? 'dark' : 'light';
  const chart = trendChart(
    name,
    figures.table,
    {
      dates: figures.points.map(({ date }) => date),
      breaksBefore: [...figures.breaksBefore],
      milestones: milestones.map(({ on, value }) => ({
        on,
        percent: value,
        label: `${valueWords(unit, value)} by ${formatDate(on)}`,
      })),
      percentsAlone: figures.percentsAlone,
    },
    { idPrefix, palette },
  );
  return (
    <div className="measure__chart">
      <SvgChart chart={chart} />
    </div>
  );
}
