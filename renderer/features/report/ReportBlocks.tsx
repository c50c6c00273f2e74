import type { ReactNode } from 'react';
import type { ReportBlock, ReportTable } from '../../../shared/domain/paper-blocks.ts';
import { SvgChart } from '../../ui/SvgChart.tsx';
import { Table } from '../../ui/Table.tsx';

/** The report as it is printed, block by block; nothing is computed here. `heads` stand at the head of each part. */
export function ReportBlocks({
  blocks,
  heads,
}: {
  blocks: readonly ReportBlock[];
  heads: ReadonlyMap<string, ReactNode> | undefined;
}) {
  return sections(blocks).map(({ id, title, blocks: own }) => (
    <section key={id} className="stack report-sheet__part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {heads?.get(id)}
      {own.map((block) => (
        <Block key={nameOf(block)} block={block} />
      ))}
    </section>
  ));
}

/** What tells a block from the others of its part; words are told by themselves. */
function nameOf(block: ReportBlock): string {
  if (block.kind === 'paragraph') return block.text;
  return block.kind === 'bullets' ? block.items.join(' ') : block.id;
}

interface Section {
  id: string;
  title: string;
  blocks: ReportBlock[];
}

/** The report's parts: each heading of the first level with what stands under it. */
export function sections(blocks: readonly ReportBlock[]): Section[] {
  const found: Section[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) found.push({ id: block.id, title: block.text, blocks: [] });
    else found.at(-1)?.blocks.push(block);
  }
  return found;
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h3 id={block.id}>{block.text}</h3>;
    case 'paragraph':
      return <p className="report-sheet__words">{block.text}</p>;
    case 'bullets':
      return (
        <ul className="report-sheet__words">
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
            <tr key={[first, ...cells].join(' ')} className={row >= firstTotal ? 'report-sheet__total' : undefined}>
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
