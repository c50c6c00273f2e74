import type { Prepared } from '../prepare.ts';
import type { PartDraft } from '../report-input.ts';
import { paragraph } from './block-words.ts';

/** Part 8: excerpts from plans that a person chose, read and ticked; good ones as well as poor. */
export function themesPart({ input }: Prepared): PartDraft {
  const { excerpts, edition } = input;
  return {
    number: 8,
    id: 'themes',
    title: 'Themes, in the words of plans',
    counted: { tables: [], sums: [] },
    write: () =>
      excerpts.length === 0
        ? []
        : [
            ...paragraph('themes-words', [
              edition === 'publishable'
                ? 'Names, dates of birth, settings and places were taken out, and a person has read each excerpt.'
                : 'Names, dates of birth, settings and places were taken out.',
            ]),
            { kind: 'excerpts', id: 'excerpts', items: [...excerpts] },
          ],
  };
}
