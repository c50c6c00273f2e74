import { Fragment, type ReactNode } from 'react';
import type { Piece } from './entries.ts';

/**
 * Words with what changed marked: underlined where they came, struck through where they went, and said so to a screen
 * reader. `isWhole` for a passage that is new or gone altogether, which its heading says once.
 */
export function MarkedText({ pieces, isWhole = false }: { pieces: readonly Piece[]; isWhole?: boolean }) {
  return pieces.map((piece, index) => {
    // The blank between two words belongs to neither.
    const words = piece.text.trimEnd();
    const blank = piece.text.slice(words.length);
    const text = <Cells text={words} />;
    return (
      // Pieces have no name of their own, and never change their places.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={index}>
        {piece.kind === 'same' ? (
          text
        ) : (
          <Change kind={piece.kind} isWhole={isWhole}>
            {text}
          </Change>
        )}
        {blank}
      </Fragment>
    );
  });
}

function Change({ kind, isWhole, children }: { kind: 'added' | 'removed'; isWhole: boolean; children: ReactNode }) {
  const Element = kind === 'added' ? 'ins' : 'del';
  if (isWhole) return <Element className="marked--whole">{children}</Element>;
  return (
    <Element className={`marked marked--${kind}`}>
      <span className="visually-hidden">{kind}: </span>
      {children}
      <span className="visually-hidden">;</span>
    </Element>
  );
}

/** Cells of a table are parted by bars. */
function Cells({ text }: { text: string }) {
  return text.split('|').map((cell, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- cells never change their places
    <Fragment key={index}>
      {index === 0 ? null : <span className="marked__bar">|</span>}
      {cell}
    </Fragment>
  ));
}
