import { type RefObject, useEffect, useState } from 'react';
import type { DocumentModel } from '../../shared/domain/document-model.ts';

/**
 * Which pages lie near the part of a scrolled pane that is in sight; only those are drawn. A page's element carries
 * `data-page`. `around` is how far is near, as a root margin.
 */
export function useNearPages(
  model: DocumentModel,
  scroller: RefObject<HTMLElement | null>,
  isReady: boolean,
  around: string,
): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set<number>());
  useEffect(() => {
    const root = scroller.current;
    if (root === null || !isReady) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        setNear((before) => {
          const after = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const number = pageNumber(target);
            if (isIntersecting) after.add(number);
            else after.delete(number);
          }
          return after;
        });
      },
      { root, rootMargin: around },
    );
    for (const { number } of model.pages) {
      const page = root.querySelector(`[data-page="${number}"]`);
      if (page !== null) observer.observe(page);
    }
    return () => {
      observer.disconnect();
    };
  }, [model, scroller, isReady, around]);
  return near;
}

/** The number of the page that an element draws. */
export function pageNumber(element: Element): number {
  return Number(element.getAttribute('data-page'));
}
