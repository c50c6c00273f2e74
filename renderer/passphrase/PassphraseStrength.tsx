import type { PassphraseRating } from '../../shared/contract/workspaces.ts';
import './passphrase.css';

/** The rating in words, with a bar of five parts and what would make it stronger. */
export function PassphraseStrength({ rating }: { rating: PassphraseRating | null }) {
  return (
    <div className="strength" aria-live="polite">
      {rating === null ? (
        <p className="soft small">Four or more unrelated words are strong, and easy to type.</p>
      ) : (
        <>
          <div className={`strength__bar strength__bar--${rating.isEnough ? 'enough' : 'weak'}`} aria-hidden="true">
            {[0, 1, 2, 3, 4].map((part) => (
              <span key={part} className={part <= rating.score ? 'strength__part is-on' : 'strength__part'} />
            ))}
          </div>
          <p className="small">
            This passphrase is <strong>{rating.words}</strong>
            {rating.isEnough ? '.' : ': not enough to protect children’s records.'}
          </p>
          {rating.advice.length === 0 || rating.isEnough ? null : (
            <ul className="list small soft">
              {rating.advice.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
