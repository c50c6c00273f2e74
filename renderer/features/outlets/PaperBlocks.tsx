import type { PaperBlock } from '../../../shared/domain/report/outlets/service-paper.ts';
import { Table } from '../../ui/Table.tsx';

/** A paper's blocks as they will be exported; nothing is computed here. */
export function PaperBlocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  return blocks.map((block) => <Block key={nameOf(block)} block={block} />);
}

function Block({ block }: { block: PaperBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2 id={block.id}>{block.text}</h2> : <h3 id={block.id}>{block.text}</h3>;
    case 'paragraph':
      return <p className="outlets__words">{block.text}</p>;
    case 'bullets':
      return (
        <ul className="outlets__words">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <BlockTable block={block} />;
    default:
      return block satisfies never;
  }
}

function nameOf(block: PaperBlock): string {
  if (block.kind === 'paragraph') return block.text;
  return block.kind === 'bullets' ? block.items.join(' ') : block.id;
}

function BlockTable({ block }: { block: Extract<PaperBlock, { kind: 'table' }> }) {
  const firstTotal = block.rows.length - block.totals;
  const number = (at: number) => (block.columns[at]?.isNumber === true ? 'table__number' : undefined);
  const table = (
    <Table caption={block.caption}>
      <thead>
        <tr>
          {block.columns.map((column, at) => (
            <th key={column.heading} scope="col" className={number(at)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(([first = '', ...cells], row) => (
          <tr key={[first, ...cells].join(' ')} className={row >= firstTotal ? 'outlets__total' : undefined}>
            <th scope="row">{first}</th>
            {cells.map((cell, at) => (
              <td key={block.columns[at + 1]?.heading} className={number(at + 1)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
  if (block.note === undefined) return table;
  return (
    <div className="stack-tight">
      {table}
      <p className="soft small">{block.note}</p>
    </div>
  );
}
