import type { Block } from '../../shared/domain/document-model.ts';

/** A stretch of a block that is drawn in one look; `deleted` stands between letters and is not part of the text. */
export interface TextPiece {
  start: number;
  end: number;
  text: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  change: 'inserted' | 'deleted' | null;
  /** Who made a tracked change and when, for a tooltip. */
  changedBy: string | null;
}

/** Cuts a block's text where its look changes and where a tracked change begins, ends or took words out. */
export function piecesOf(block: Block): TextPiece[] {
  const revisions = block.revisions ?? [];
  const cuts = new Set([0, block.text.length]);
  for (const { start, end } of [...block.runs, ...revisions]) {
    cuts.add(start);
    cuts.add(end);
  }
  const places = [...cuts].filter((cut) => cut >= 0 && cut <= block.text.length).sort((one, other) => one - other);
  const pieces: TextPiece[] = [];
  places.forEach((start, index) => {
    for (const revision of revisions) {
      if (revision.kind === 'deleted' && revision.start === start) pieces.push(deletion(start, revision));
    }
    const end = places[index + 1];
    if (end === undefined) return;
    const run = block.runs.find((candidate) => candidate.start <= start && candidate.end >= end);
    const inserted = revisions.find(
      (revision) => revision.kind === 'inserted' && revision.start <= start && revision.end >= end,
    );
    pieces.push({
      start,
      end,
      text: block.text.slice(start, end),
      bold: run?.bold ?? false,
      italic: run?.italic ?? false,
      underline: run?.underline ?? false,
      change: inserted === undefined ? null : 'inserted',
      changedBy: inserted?.author ?? null,
    });
  });
  return pieces;
}

function deletion(at: number, revision: { text: string; author: string | null }): TextPiece {
  const plain = { bold: false, italic: false, underline: false };
  return { start: at, end: at, text: revision.text, ...plain, change: 'deleted', changedBy: revision.author };
}
