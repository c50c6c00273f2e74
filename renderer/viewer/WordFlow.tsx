import { memo } from 'react';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Block } from '../../shared/domain/document-model.ts';
import { classNames } from '../ui/class-names.ts';
import type { BlockLabel } from './marks.ts';
import { piecesOf, type TextPiece } from './text-pieces.ts';
import type { FlowItem, TableCell } from './word-layout.ts';

type Labels = ReadonlyMap<string, BlockLabel> | null;

/** How deep each heading stands below the others, without gaps. */
type Outline = ReadonlyMap<string, number>;

/** The page's own headings are h1 and h2: the plan's begin below them. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

/** Headings, paragraphs, lists and tables one after another. */
export function WordFlow({ items, labels, outline }: { items: readonly FlowItem[]; labels: Labels; outline: Outline }) {
  return items.map((item) => {
    switch (item.kind) {
      case 'block':
        return (
          <WordBlock
            key={item.block.id}
            block={item.block}
            label={labels?.get(item.block.id)}
            depth={outline.get(item.block.id) ?? 1}
          />
        );
      case 'list':
        return (
          <ul key={item.blocks[0]?.id} className="word-list">
            {item.blocks.map((block) => (
              <li key={block.id} className="word-list__item" data-level={Math.min(block.level ?? 1, 5)}>
                <span className="word-list__marker" data-not-text="">
                  {block.marker ?? '•'}
                </span>
                <BlockText block={block} label={labels?.get(block.id)} />
              </li>
            ))}
          </ul>
        );
      case 'table':
        return <WordTable key={`${item.id}-${firstBlock(item)}`} rows={item.rows} labels={labels} outline={outline} />;
      default:
        return assertNever(item);
    }
  });
}

function WordTable({ rows, labels, outline }: { rows: readonly TableCell[][]; labels: Labels; outline: Outline }) {
  return (
    <div className="word-table">
      <table>
        <tbody>
          {rows.map((row, index) => (
            // Rows have no name of their own, and never change their places.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {row.map((cell) => (
                <WordCell key={cell.column} cell={cell} isTop={index === 0} labels={labels} outline={outline} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function WordCell({
  cell,
  isTop,
  labels,
  outline,
}: {
  cell: TableCell;
  isTop: boolean;
  labels: Labels;
  outline: Outline;
}) {
  const spans = {
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan > 1 ? { colSpan: cell.columnSpan } : {}),
  };
  const content = <WordFlow items={cell.items} labels={labels} outline={outline} />;
  if (!cell.isHeader || cell.items.length === 0) return <td {...spans}>{content}</td>;
  return (
    <th {...spans} scope={isTop ? 'col' : 'row'}>
      {content}
    </th>
  );
}

const WordBlock = memo(function WordBlock({
  block,
  label,
  depth,
}: {
  block: Block;
  label: BlockLabel | undefined;
  depth: number;
}) {
  const text = <BlockText block={block} label={label} />;
  const note = block.furniture === undefined ? null : FURNITURE_WORDS[block.furniture];
  if (block.kind === 'heading') {
    const Heading = HEADINGS[depth - 1] ?? 'h6';
    return (
      <Heading className="word-heading" data-level={block.level ?? 1}>
        {text}
      </Heading>
    );
  }
  return (
    <div className={classNames('word-paragraph', note !== null && 'word-paragraph--aside')}>
      {note === null ? null : (
        <span className="word-aside" data-not-text="">
          {note}
        </span>
      )}
      {block.marker === undefined ? null : (
        <span className="word-list__marker" data-not-text="">
          {block.marker}
        </span>
      )}
      {text}
    </div>
  );
});

const FURNITURE_WORDS: Record<NonNullable<Block['furniture']>, string> = {
  header: 'Page header',
  footer: 'Page footer',
  contents: 'Contents',
  footnote: 'Footnote',
  comment: 'Comment',
  guidance: 'Guidance',
  watermark: 'Watermark',
};

const BlockText = memo(function BlockText({ block, label }: { block: Block; label: BlockLabel | undefined }) {
  return (
    <span
      className={classNames(
        'word-text',
        label !== undefined && 'word-text--labelled',
        label?.isHeading === true && 'word-text--names',
      )}
      data-block={block.id}
    >
      {label?.isFirst === true ? (
        <span className="section-tag" data-not-text="">
          {label.text}
        </span>
      ) : null}
      {piecesOf(block).map((piece) => (
        <Piece key={`${piece.change ?? 'text'}-${piece.start}`} piece={piece} />
      ))}
    </span>
  );
});

function Piece({ piece }: { piece: TextPiece }) {
  if (piece.change === 'deleted') {
    return (
      <del data-not-text="" title={changeWords('Deleted', piece)}>
        {piece.text}
      </del>
    );
  }
  let text = <>{piece.text}</>;
  if (piece.underline) text = <u>{text}</u>;
  if (piece.italic) text = <em>{text}</em>;
  if (piece.bold) text = <strong>{text}</strong>;
  return piece.change === 'inserted' ? <ins title={changeWords('Inserted', piece)}>{text}</ins> : text;
}

function changeWords(deed: string, piece: TextPiece): string {
  return piece.changedBy === null ? `${deed} as a tracked change` : `${deed} as a tracked change by ${piece.changedBy}`;
}

function firstBlock(item: Extract<FlowItem, { kind: 'table' }>): string {
  for (const row of item.rows) {
    for (const cell of row) {
      const [first] = cell.items;
      if (first?.kind === 'block') return first.block.id;
      if (first?.kind === 'list') return first.blocks[0]?.id ?? '';
    }
  }
  return '';
}
