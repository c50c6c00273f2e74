import path from 'node:path';
import type { Response } from '../../shared/domain/rubric/rubric.ts';

/** An invented plan of the corpus, as its two versions are audited in the main journeys. */
const FOLDER = path.resolve('tests/corpus/plans/s04-ravensea-dylan');

export const DRAFT = {
  file: path.join(FOLDER, 'draft.pdf'),
  name: 'draft.pdf',
  stage: 'draft',
  /** What is answered otherwise than 'met'. */
  given: {
    'S01.C3': 'partly',
    'S02.C3': 'not_applicable',
    'S03.C4': 'partly',
    'S06.C2': 'not_met',
    'S06.C5': 'not_met',
    'S07.C1': 'not_met',
    'S07.C4': 'partly',
    'S07.C5': 'partly',
    'S08.C3': 'not_met',
    'S08.C4': 'partly',
  } satisfies Record<string, Response>,
  quotes: [
    'Dylan follows a recipe with pictures',
    'Ten-pin bowling',
    'Dylan recognises coins',
    'I want a job in a kitchen.',
    'Dylan can load a dishwasher',
    'Dylan wears hearing aids',
  ],
};

export const FINAL = {
  file: path.join(FOLDER, 'final.docx'),
  name: 'final.docx',
  stage: 'final',
  given: { 'S05.C2': 'partly', 'S10.C4': 'partly', 'S11.C2': 'not_met' } satisfies Record<string, Response>,
  quotes: ['Dylan follows a recipe with pictures', 'Ten-pin bowling', 'Dylan recognises coins', 'Cooking programmes'],
};
