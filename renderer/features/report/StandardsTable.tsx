import type { Population, ReportModel } from '../../../shared/domain/report-model.ts';
import { Table } from '../../ui/Table.tsx';

/** Every standard with how many got each grade; the figures under the chart. */
export function StandardsTable({ population, model }: { population: Population; model: ReportModel }) {
  return (
    <Table caption={`Standards, ${population.label}`} isCaptionHidden>
      <thead>
        <tr>
          <th scope="col">Standard</th>
          {model.gradeScale.map((grade) => (
            <th scope="col" key={grade.id} className="table__number">
              {grade.label}
            </th>
          ))}
          <th scope="col" className="table__number">
            Did not apply
          </th>
          <th scope="col">{model.goodOrBetterLabel}</th>
        </tr>
      </thead>
      <tbody>
        {population.standards.map((standard) => (
          <tr key={standard.id}>
            <th scope="row">{standard.title}</th>
            {standard.distribution.grades.map((entry) => (
              <td key={entry.grade} className="table__number">
                {entry.share.n}
              </td>
            ))}
            <td className="table__number">{standard.notApplicable}</td>
            <td>{standard.distribution.goodOrBetter.words}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
