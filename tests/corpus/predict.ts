import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { sectionTexts } from '../../electron/backend/understanding/section-text.ts';
import type { Prediction } from './scorer.ts';

/** A document model in the form that is scored. */
export function toPrediction(model: DocumentModel): Prediction {
  return {
    sections: sectionTexts(model),
    outcomes: model.outcomes.map((outcome) => outcome.text),
    provisions: model.provisions.map(({ section, text, who, howOften, howLong, review }) => ({
      section,
      text,
      who,
      frequency: [howOften, howLong].filter((each) => each !== null).join(' ') || null,
      review,
    })),
    keyDates: Object.fromEntries(Object.entries(model.keyDates).map(([id, date]) => [id, date.iso])),
    advice: model.advice,
  };
}
