import { useQuery } from '@tanstack/react-query';
import type { AgreementView } from '../../../shared/contract/moderation.ts';
import { criterionText, gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import { LeniencyTable } from './LeniencyTable.tsx';
import type { PartProps } from './PlansPart.tsx';

/** Most disputed criteria that are listed: a calibration takes no more. */
const MOST_LISTED = 12;

/** How far auditors agree: in words first, then the table that the words come from. */
export function AgreementPart({ round, rubric }: PartProps) {
  const agreement = useQuery(api.moderation.agreement.queryOptions({ input: { roundId: round.id } }));
  const isChair = useHasRole('chair');
  return (
    <Asked query={agreement} loading="Counting">
      {(found) =>
        found.documents === 0 ? (
          <EmptyState title="Nothing to compare yet">
            <p>
              Once the panel has begun with plans that two auditors graded, this says how often they gave the same
              grade.
            </p>
          </EmptyState>
        ) : (
          <div className="stack-loose">
            <section className="stack-tight" aria-labelledby="agreement-heading">
              <h2 id="agreement-heading">Grades</h2>
              <p className="agreement__words">{found.words}</p>
              <p>{kappaWords(found)}</p>
              <CrossTable found={found} rubric={rubric} />
            </section>
            <Disputed found={found} rubric={rubric} />
            {isChair ? <LeniencyTable round={round} /> : null}
          </div>
        )
      }
    </Asked>
  );
}

function kappaWords({ kappa, documents, fewestForKappa }: AgreementView): string {
  if (documents < fewestForKappa) {
    return `Weighted kappa is given from ${fewestForKappa} plans on; so far ${documents === 1 ? '1 was' : `${documents} were`} graded twice.`;
  }
  if (kappa === null) return 'Weighted kappa cannot be reckoned: every auditor gave every plan the same grade.';
  return `Weighted kappa, linear weights: ${kappa.toFixed(2)}. It misleads where nearly all plans have one grade: read it with the table.`;
}

/** Since two auditors of a plan have no order, the better grade stands in the row and half the table stays empty. */
function CrossTable({ found, rubric }: { found: AgreementView; rubric: Rubric }) {
  return (
    <Table caption="Pairs of auditors by the grades that they gave the same plan">
      <thead>
        <tr>
          <th scope="col">The better grade</th>
          {found.grades.map((grade) => (
            <th key={grade} scope="col" className="table__number">
              and {gradeLabel(rubric, grade).toLowerCase()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.grades.map((row, at) => (
          <tr key={row}>
            <th scope="row">{gradeLabel(rubric, row)}</th>
            {found.grades.map((column, place) => (
              <td key={column} className={place === at ? 'table__number cross-table__same' : 'table__number'}>
                {place < at ? <span className="soft">–</span> : (found.crossTable[at]?.[place] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Disputed({ found, rubric }: { found: AgreementView; rubric: Rubric }) {
  const disputed = found.criteria.filter(({ different }) => different > 0);
  return (
    <section className="stack-tight" aria-labelledby="disputed-heading">
      <h2 id="disputed-heading">Criteria, most disputed first</h2>
      {disputed.length === 0 ? (
        <p>Auditors answered every criterion alike.</p>
      ) : (
        <>
          <p className="soft">The next calibration’s agenda.</p>
          <Table caption="Criteria that auditors answered differently" isCaptionHidden>
            <thead>
              <tr>
                <th scope="col">Criterion</th>
                <th scope="col" className="table__number">
                  Answered differently
                </th>
                <th scope="col" className="table__number">
                  Pairs of auditors
                </th>
              </tr>
            </thead>
            <tbody>
              {disputed.slice(0, MOST_LISTED).map(({ criterionId, different, pairs }) => (
                <tr key={criterionId}>
                  <th scope="row">
                    <span className="criterion__id">{criterionId}</span> {criterionText(rubric, criterionId)}
                  </th>
                  <td className="table__number">{different}</td>
                  <td className="table__number">{pairs}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          {disputed.length > MOST_LISTED ? (
            <p className="soft">{disputed.length - MOST_LISTED} more differed less often.</p>
          ) : null}
        </>
      )}
    </section>
  );
}
