import { type ReactNode, useMemo } from 'react';
import type { Insight } from '../../../shared/contract/insight.ts';
import type { CountTable } from '../../../shared/domain/report/count-table.ts';
import { drawChart } from '../../../shared/domain/report/print-report.ts';
import type { ChartBlock, ReportBlock } from '../../../shared/domain/report/report-model.ts';
import { SvgChart } from '../../ui/SvgChart.tsx';
import { Table } from '../../ui/Table.tsx';
import { useIsDark } from '../../ui/use-is-dark.ts';
import { CountsTable } from './CountsTable.tsx';

export interface RowChosen {
  tableId: string;
  rowId: string;
  label: string;
}

/** Words, charts and tables in reading order; nothing is computed here. */
export function InsightBlocks({ insight, onRow }: { insight: Insight; onRow: (row: RowChosen) => void }) {
  const { blocks } = insight;
  const tables = useMemo(
    () => new Map(blocks.flatMap((block) => (block.kind === 'counts' ? [[block.table.id, block.table]] : []))),
    [blocks],
  );
  const leading = useMemo(() => new Set(insight.leading), [insight.leading]);
  return (
    <div className="stack">
      {blocks.map((block) => (
        <div key={nameOf(block)}>{draw(block)}</div>
      ))}
    </div>
  );

  function draw(block: ReportBlock): ReactNode {
    switch (block.kind) {
      case 'heading':
        return <h2 id={block.id}>{block.text}</h2>;
      case 'sentences':
        return block.asList ? (
          <ul className="list">
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ) : (
          <p>{block.items.join(' ')}</p>
        );
      case 'chart': {
        const table = tables.get(block.tableId);
        return table === undefined || table.rows.length === 0 ? null : (
          <Chart block={block} table={table} onRow={rowIn(table)} />
        );
      }
      case 'counts':
        return block.table.rows.length === 0 ? null : <CountsTable table={block.table} onRow={rowIn(block.table)} />;
      case 'text_table':
        return block.isDataAlone === true ? null : <Words block={block} />;
      case 'words':
      case 'excerpts':
        // A person's own words and excerpts stand in the report alone.
        return null;
      default:
        return block satisfies never;
    }
  }

  function rowIn(table: CountTable): ((rowId: string) => void) | null {
    if (!leading.has(table.id)) return null;
    return (rowId) => {
      const row = table.rows.find(({ id }) => id === rowId);
      if (row !== undefined) onRow({ tableId: table.id, rowId, label: row.label });
    };
  }
}

/** Ids are unique among the blocks of one kind. */
function nameOf(block: ReportBlock): string {
  return `${block.kind} ${block.kind === 'counts' ? block.table.id : block.kind === 'words' ? block.slot : block.id}`;
}

/** A press on a bar leads to the plans behind it, as its row in the table does: that is the way by keyboard. */
function Chart({
  block,
  table,
  onRow,
}: {
  block: ChartBlock;
  table: CountTable;
  onRow: ((rowId: string) => void) | null;
}) {
  const palette = useIsDark() ? 'dark' : 'light';
  const chart = useMemo(() => drawChart(block, table, block.caption, palette), [block, table, palette]);
  return (
    <figure className="stack-tight insight__chart">
      <figcaption className="strong">{block.caption}</figcaption>
      {onRow === null ? (
        <SvgChart chart={chart} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the table under it has a button for each row
        <div
          className="insight__leading"
          onClick={({ target }) => {
            const row = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : null;
            if (typeof row === 'string') onRow(row);
          }}
        >
          <SvgChart chart={chart} />
        </div>
      )}
    </figure>
  );
}

function Words({ block }: { block: Extract<ReportBlock, { kind: 'text_table' }> }) {
  return (
    <Table caption={block.caption}>
      <thead>
        <tr>
          {block.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(([first = '', ...cells]) => (
          <tr key={[first, ...cells].join(' ')}>
            <th scope="row">{first}</th>
            {cells.map((cell, column) => (
              <td key={block.columns[column + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
