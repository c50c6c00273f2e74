import type { AdviceCheck, AdviceRequest } from '../../../shared/contract/advice.ts';
import { findingWords } from '../../../shared/domain/advice/advice-log.ts';
import type { Anchor } from '../../../shared/domain/document-model.ts';
import { Button } from '../../ui/Button.tsx';

/** The advice's words and the plan's, side by side, under what was found. */
export function PassagePair({
  check,
  requests,
  onShow,
}: {
  check: AdviceCheck;
  requests: readonly AdviceRequest[];
  onShow: (anchor: Anchor) => void;
}) {
  const { planAnchor, planSection, finding, comment } = check;
  const request = requests.find(({ id }) => id === check.requestId);
  const { label, meaning } = findingWords(finding);
  return (
    <>
      <h3>
        {label}
        <span className="advice__soft">: {meaning}</span>
      </h3>
      <div className="advice-pair">
        <div>
          <p className="advice__soft">Advice of {request?.service ?? 'a service'}</p>
          <blockquote>{check.adviceWords}</blockquote>
        </div>
        <div>
          <p className="advice__soft">The plan{planSection === '' ? '' : `, Section ${planSection}`}</p>
          {planAnchor === null ? (
            <p>Not in the plan</p>
          ) : (
            <>
              <blockquote>{planAnchor.quote}</blockquote>
              <Button
                size="small"
                look="quiet"
                onClick={() => {
                  onShow(planAnchor);
                }}
              >
                Show in the plan
              </Button>
            </>
          )}
        </div>
      </div>
      {comment === '' ? null : <p>{comment}</p>}
    </>
  );
}
