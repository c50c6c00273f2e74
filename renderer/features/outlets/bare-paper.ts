import type { ServicePaper } from '../../../shared/domain/report/outlets/service-paper.ts';

/** True of a paper that has no figure, no example and no action: only sentences that say so. */
export function isBarePaper({ blocks }: Pick<ServicePaper, 'blocks'>): boolean {
  return blocks.every(({ kind }) => kind === 'heading' || kind === 'paragraph');
}
