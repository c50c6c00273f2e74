import { useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { type CardPlace, linePath } from './line-paths.ts';

/** A link as it is drawn. */
export interface ThreadLine {
  fromId: string;
  toId: string;
  isSuggested: boolean;
  /** It ends at the passage in hand. */
  isLit: boolean;
}

/**
 * The lines behind the cards of the element that it stands in, measured anew when the picture changes its size; give it another key where cards come, go or
 * grow without that. What they say stands in words on the cards and in the list of links. */
export function ThreadLines({ lines }: { lines: readonly ThreadLine[] }) {
  const drawing = useRef<SVGSVGElement>(null);
  const [places, setPlaces] = useState<ReadonlyMap<string, CardPlace>>(new Map());
  useLayoutEffect(() => {
    const element = drawing.current?.parentElement ?? null;
    if (element === null) return undefined;
    const measure = (): void => {
      setPlaces(placesIn(element));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => {
      watch.disconnect();
    };
  }, []);
  const drawn = (isLit: boolean) =>
    lines
      .filter((line) => line.isLit === isLit)
      .map(({ fromId, toId, isSuggested }) => {
        const from = places.get(fromId);
        const to = places.get(toId);
        return from === undefined || to === undefined ? null : (
          <path
            key={`${fromId}/${toId}`}
            className={classNames(
              'thread__line',
              isSuggested && 'thread__line--suggested',
              isLit && 'thread__line--lit',
            )}
            d={linePath(from, to)}
          />
        );
      });
  return (
    <>
      <svg className="thread__lines" ref={drawing} aria-hidden="true" focusable="false">
        {drawn(false)}
      </svg>
      <svg className="thread__lines thread__lines--lit" aria-hidden="true" focusable="false">
        {drawn(true)}
      </svg>
    </>
  );
}

function placesIn(element: HTMLElement): Map<string, CardPlace> {
  const frame = element.getBoundingClientRect();
  return new Map(
    [...element.querySelectorAll<HTMLElement>('[data-passage]')].map((card): [string, CardPlace] => {
      const { left, right, top, bottom } = card.getBoundingClientRect();
      const place = { left: left - frame.left, right: right - frame.left, middle: (top + bottom) / 2 - frame.top };
      return [card.dataset['passage'] ?? '', place];
    }),
  );
}
