import type { Evidence } from '../../../shared/contract/audits.ts';
import type { GivenAnswer as Given, Moderation } from '../../../shared/contract/moderation.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { sectionInWords } from '../../viewer/place-words.ts';
import { answerWords } from './moderate-words.ts';

export interface QuoteEvents {
  show: (evidence: Evidence) => void;
  /** "Section F, page 4", or that the words are gone. */
  placeWords: (evidence: Evidence) => string;
}

/** What one auditor said of a criterion, with the words of the plan that it stands on. */
export function GivenAnswer({
  audit,
  given,
  criterionId,
  rubric,
  quotes,
}: {
  audit: Moderation['audits'][number];
  /** Null where they were not asked. */
  given: Given | null;
  criterionId: string;
  rubric: Rubric;
  quotes: QuoteEvents;
}) {
  return (
    <div className="given">
      <h4 className="given__who">
        {audit.auditor.name} <span className="soft">{AGENCY_WORDS[audit.auditor.agency].toLowerCase()}</span>
      </h4>
      {given === null ? (
        <p className="soft">Was not asked, or it did not apply by their facts.</p>
      ) : (
        <>
          <p className={`given__answer given__answer--${given.response ?? 'none'}`}>
            {answerWords(rubric, criterionId, given.response)}
          </p>
          {given.comment === '' ? null : <p className="given__comment">{given.comment}</p>}
          {given.absentIn.length === 0 ? null : (
            <p className="small">Looked for and not found in {given.absentIn.map(sectionInWords).join(', ')}.</p>
          )}
          {given.evidence.length === 0 ? null : (
            <ul className="list-plain" aria-label={`Words that ${audit.auditor.name} quotes`}>
              {given.evidence.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    className="given__quote"
                    title="Show this place in the plan"
                    onClick={() => {
                      quotes.show(item);
                    }}
                  >
                    <q>{item.anchor.quote}</q>
                    <span className="soft small">{quotes.placeWords(item)}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
