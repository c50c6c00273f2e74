import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { DocumentModel } from '../../../shared/domain/document-model.ts';
import { wholeBlocks } from '../../viewer/marks.ts';
import { showPlace, type ViewerStore } from '../../viewer/viewer-store.ts';
import type { CompareStore } from './compare-store.ts';

/** Takes one document along while the other is scrolled: passage by passage, within the same section. */
export function useInStep(
  store: CompareStore,
  side: 'earlier' | 'later',
  from: ViewerStore,
  to: ViewerStore,
  steps: ReadonlyMap<string, string>,
  target: DocumentModel,
): void {
  const isInStep = useStore(store, (state) => state.isInStep);
  useEffect(() => {
    if (!isInStep) return undefined;
    let last: string | undefined;
    return from.subscribe(({ topBlock }, before) => {
      if (topBlock === null || topBlock === before.topBlock || store.getState().leader !== side) return;
      const step = steps.get(topBlock);
      if (step === undefined || step === last) return;
      last = step;
      showPlace(to, { kind: 'spans', spans: wholeBlocks(target, [step]) }, 'start');
    });
  }, [isInStep, store, side, from, to, steps, target]);
}
