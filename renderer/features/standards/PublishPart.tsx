import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { StoredRubric } from '../../../shared/contract/rubrics.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import type { RubricDifference } from '../../../shared/domain/rubric/rubric-differences.ts';
import { faultSentence, type RubricFault } from '../../../shared/domain/rubric/rubric-faults.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { useDraftDesk } from './draft-places.ts';

/** Before a draft becomes a version for good: what it is called, from when it counts, and all that changes. */
export function PublishPart({
  draftId,
  keep,
  faults,
  differences,
  base,
}: {
  draftId: string;
  keep: () => Promise<number>;
  faults: readonly RubricFault[];
  differences: readonly RubricDifference[];
  base: StoredRubric;
}) {
  const { content, goTo } = useDraftDesk();
  const { rubric, effectiveFrom, note } = content;
  const [isAsking, setIsAsking] = useState(false);
  const [keepError, setKeepError] = useState<unknown>(null);
  const [, navigate] = useLocation();
  const publish = useMutation(
    api.rubrics.publish.mutationOptions({
      onSuccess: ({ version }) => {
        showToast(`Version ${version} is published.`);
        navigate('/standards/versions');
      },
      onSettled: () => {
        setIsAsking(false);
      },
    }),
  );
  const missing = [
    ...(effectiveFrom === null ? [{ place: 'about/date', words: 'Say from which day it is used.' }] : []),
    ...(note.trim() === '' ? [{ place: 'about/note', words: 'Say what changed, and why.' }] : []),
    ...(differences.length === 0 ? [{ place: 'about/title', words: 'Change something first.' }] : []),
  ];
  const [fault] = faults;
  const isReady = missing.length === 0 && fault === undefined;
  return (
    <div className="stack-loose">
      <section className="panel stack" aria-labelledby="publish-heading">
        <h2 id="publish-heading">
          {rubric.title}, version {rubric.version}
        </h2>
        {effectiveFrom === null ? null : <p>Rounds that begin on or after {formatDate(effectiveFrom)} use it.</p>}
        {note === '' ? null : <p>{note}</p>}
        <p className="soft">
          A published version never changes. Audits and rounds stay on the version they were made with; a trend over two
          versions shows the break.
        </p>
        {isReady ? null : (
          <Notice
            tone="warning"
            title="It cannot be published yet."
            advice={fault === undefined ? undefined : faultSentence(fault)}
          >
            {missing.length === 0 ? null : (
              <ul className="list">
                {missing.map(({ place, words }) => (
                  <li key={place}>
                    <button type="button" className="draft-faults__link" onClick={() => goTo(place)}>
                      {words}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {publish.isError ? <Failed error={publish.error} /> : null}
        {keepError === null ? null : <Failed error={keepError} />}
        {isReady ? (
          <div className="row">
            <Button look="primary" onClick={() => setIsAsking(true)}>
              Publish version {rubric.version}…
            </Button>
          </div>
        ) : null}
      </section>
      {differences.length === 0 ? null : (
        <DifferenceList differences={differences} from={base.rubric.version} to={rubric.version} />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={`Publish version ${rubric.version}?`}
        confirmLabel="Publish it"
        isBusy={publish.isPending}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => {
          setKeepError(null);
          keep().then(
            (revision) => publish.mutate({ draftId, revision }),
            (error: unknown) => {
              setIsAsking(false);
              setKeepError(error);
            },
          );
        }}
      >
        <p>It cannot be changed afterwards. For another change, make a new version from it.</p>
      </ConfirmDialog>
    </div>
  );
}
