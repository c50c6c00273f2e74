import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { PlansBehind } from '../../../shared/contract/insight.ts';
import { STAGES } from '../../../shared/contract/plans.ts';
import type { InsightPart } from '../../../shared/domain/insight/insight-blocks.ts';
import type { InsightFilter } from '../../../shared/domain/insight/insight-filter.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { Table } from '../../ui/Table.tsx';
import type { RowChosen } from './InsightBlocks.tsx';

export interface BehindWhat extends RowChosen {
  filter: InsightFilter;
  part: InsightPart;
}

/** So many are listed at once; narrowing by a group brings the others. */
const MOST_LISTED = 200;

/** The plans behind a row of figures, the most wanting first, each with the way to its page. */
export function PlansBehindDialog({ what, onClose }: { what: BehindWhat | null; onClose: () => void }) {
  return (
    <Dialog isOpen={what !== null} onClose={onClose} title={`Plans behind “${what?.label ?? ''}”`} size="wide">
      {what === null ? null : <List what={what} />}
    </Dialog>
  );
}

function List({ what: { filter, part, tableId, rowId } }: { what: BehindWhat }) {
  const found = useQuery(
    api.insight.plans.queryOptions({ input: { filter, part, tableId, rowId, limit: MOST_LISTED } }),
  );
  return (
    <Asked query={found} loading="Looking for the plans">
      {(list) => (list.total === 0 ? <p>No plan stands behind this row.</p> : <Plans list={list} />)}
    </Asked>
  );
}

function Plans({ list: { total, plans } }: { list: PlansBehind }) {
  // A manager sees the gradings of their team's plans, not the plans themselves.
  const mayOpen = useHasRole('qa_lead', 'chair');
  const hasWords = plans.some(({ words }) => words !== '');
  return (
    <div className="stack-tight">
      {plans.length < total ? (
        <p className="soft">
          The first {plans.length} of {total}. Narrow by a group of plans to see the others.
        </p>
      ) : null}
      <Table caption={total === 1 ? '1 plan version' : `${total} plan versions`}>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Version</th>
            <th scope="col">Half-term</th>
            {hasWords ? <th scope="col">In this row</th> : null}
            <th scope="col">Overall grade</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={`${plan.roundId} ${plan.documentId}`}>
              <th scope="row">
                {mayOpen ? <Link href={`/plans/${plan.planId}`}>{plan.reference}</Link> : plan.reference}
              </th>
              <td>{stageWords(plan.stage)}</td>
              <td>{plan.halfTerm}</td>
              {hasWords ? <td>{plan.words}</td> : null}
              <td>
                <GradeBadge grade={plan.grade.id} scale={plan.gradeScale} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function stageWords(stage: string): string {
  const known = STAGES.find((one) => one === stage);
  return known === undefined ? stage : STAGE_WORDS[known];
}
