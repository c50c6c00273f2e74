import { useId } from 'react';
import { distributionChart } from '../../../shared/charts/distribution-chart.ts';
import { standardsChart } from '../../../shared/charts/standards-chart.ts';
import type { Population, ReportModel } from '../../../shared/domain/report-model.ts';
import { percentText, rangeText } from '../../../shared/domain/report-words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { SvgChart } from '../../ui/SvgChart.tsx';
import { Table } from '../../ui/Table.tsx';
import { useIsDark } from '../../ui/use-is-dark.ts';
import { CriterionList } from './CriterionList.tsx';
import { StandardsTable } from './StandardsTable.tsx';

/** One population of the report (final new plans, drafts …): its grades, its standards, what was strong and what was not. */
export function PopulationPart({ population, model }: { population: Population; model: ReportModel }) {
  const id = useId().replaceAll(/[^a-zA-Z0-9-]/g, '');
  const palette = useIsDark() ? 'dark' : 'light';
  const { distribution, noun } = population;
  const titles = new Map(model.standards.map((standard) => [standard.id, standard.shortTitle || standard.title]));
  return (
    <section className="stack report-sheet__population" aria-labelledby={`${id}-heading`}>
      <div>
        <h2 id={`${id}-heading`}>{population.label}</h2>
        <p className="soft">{population.definition}</p>
      </div>
      <div className="stack">
        <h3>Overall grades</h3>
        <SvgChart
          chart={distributionChart(
            {
              title: `Grades of ${lowerFirst(population.label)}`,
              distribution,
              noun,
              goodOrBetterLabel: model.goodOrBetterLabel,
            },
            { palette, idPrefix: `${id}-grades` },
          )}
        />
        <Table caption={`Grades of ${lowerFirst(population.label)}`} isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">Grade</th>
              <th scope="col" className="table__number">
                Number
              </th>
              <th scope="col" className="table__number">
                Share
              </th>
              <th scope="col" className="table__number">
                Likely range
              </th>
            </tr>
          </thead>
          <tbody>
            {distribution.grades.map((entry) => (
              <tr key={entry.grade}>
                <th scope="row">
                  <GradeBadge grade={entry.grade} scale={model.gradeScale} />
                </th>
                <td className="table__number">
                  {entry.share.n} of {entry.share.of}
                </td>
                <td className="table__number">{percentText(entry.share) || '–'}</td>
                <td className="table__number">{rangeText(entry.share) || '–'}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p>
          <strong>{model.goodOrBetterLabel}:</strong> {distribution.goodOrBetter.words}.
        </p>
      </div>
      <div className="stack">
        <h3>By standard</h3>
        <SvgChart
          chart={standardsChart(
            {
              title: `Grades by standard, ${lowerFirst(population.label)}`,
              standards: population.standards,
              total: population.total,
              noun,
              goodOrBetterLabel: model.goodOrBetterLabel,
            },
            { palette, idPrefix: `${id}-standards` },
          )}
        />
        <Disclosure summary="The same as a table">
          <StandardsTable population={population} model={model} />
        </Disclosure>
      </div>
      <div className="report-sheet__pair">
        <CriterionList title="Strengths" rows={population.strengths} note={population.strengthsNote} titles={titles} />
        <CriterionList
          title="Areas for development"
          rows={population.areasForDevelopment}
          note={population.areasNote}
          titles={titles}
        />
      </div>
    </section>
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
