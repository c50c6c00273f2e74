import { memo } from 'react';
import type { ReportBlock, ReportTable } from '../../shared/domain/paper-blocks.ts';
import { SvgChart } from './SvgChart.tsx';
import { Table } from './Table.tsx';
import './paper-blocks.css';

/** A paper as it is printed, block by block; nothing is computed here. Drawn again only where the blocks are others. */
export const PaperBlocks = memo(function PaperBlocks({ blocks }: { blocks: readonly ReportBlock[] }) {
  return blocks.map((block) => <Block key={nameOf(block)} block={block} />);
});

/** What tells a block from the others of its part; words are told by themselves. */
function nameOf(block: ReportBlock): string {
  if (block.kind === 'paragraph') return block.text;
  return block.kind === 'bullets' ? block.items.join(' ') : block.id;
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2 id={block.id}>{block.text}</h2> : <h3 id={block.id}>{block.text}</h3>;
    case 'paragraph':
      return <p className="paper__words">{block.text}</p>;
    case 'bullets':
      return (
        <ul className="paper__words">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'figure':
      return (
        <figure className="stack-tight">
          <figcaption className="soft small">{block.caption}</figcaption>
          <SvgChart chart={block.chart} />
          <Note note={block.note} />
        </figure>
      );
    case 'table':
      return <BlockTable table={block} />;
    default:
      return block satisfies never;
  }
}

function BlockTable({ table }: { table: ReportTable }) {
  const firstTotal = table.rows.length - table.totals;
  const number = (at: number) => (table.columns[at]?.isNumber === true ? 'table__number' : undefined);
  return (
    <div className="stack-tight">
      <Table caption={table.caption}>
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column.heading} scope="col" className={number(at)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = '', ...cells], row) => (
            <tr key={[first, ...cells].join(' ')} className={row >= firstTotal ? 'paper__total' : undefined}>
              <th scope="row">{first}</th>
              {cells.map((cell, at) => (
                <td key={table.columns[at + 1]?.heading} className={number(at + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <Note note={table.note} />
    </div>
  );
}

function Note({ note }: { note: string | undefined }) {
  return note === undefined ? null : <p className="soft small">{note}</p>;
}
