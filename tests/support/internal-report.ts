import type { Contract } from '../../shared/contract/contract.ts';
import type { ContractRouterClient } from '@orpc/contract';
import type { CountTable } from '../../shared/domain/report/count-table.ts';
import type { PartnershipReport } from '../../shared/domain/report/report-model.ts';

type Client = ContractRouterClient<Contract>;

/** The choice of the internal edition of a round's half-term. */
export async function internalEdition(client: Client, roundId: string) {
  const rounds = await client.rounds.list();
  const halfTermId = rounds.find(({ id }) => id === roundId)?.halfTerm.id;
  if (halfTermId === undefined) throw new Error('There is no such round.');
  return { halfTermId, edition: 'internal' as const, threshold: 5 };
}

/** The internal edition of the report of a round's half-term. */
export async function previewReport(client: Client, roundId: string): Promise<PartnershipReport> {
  return client.reports.preview(await internalEdition(client, roundId));
}

/** The report's table of counts of this name; undefined where it has none. */
export function countsNamed(report: PartnershipReport, id: string): CountTable | undefined {
  return report.parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'counts' ? [block.table] : [])))
    .find((table) => table.id === id);
}

/** The count in a row and a column of a table of the report; undefined where there is none. */
export function countNamed(
  report: PartnershipReport,
  table: string,
  row: string,
  column: string,
): number | null | undefined {
  const found = countsNamed(report, table);
  const at = found?.columns.findIndex(({ id }) => id === column) ?? -1;
  return found?.rows.find(({ id }) => id === row)?.counts[at]?.n;
}
