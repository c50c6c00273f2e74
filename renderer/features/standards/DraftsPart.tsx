import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Drafts of new versions, and the way to begin one from a file. */
export function DraftsPart() {
  const drafts = useQuery(api.rubrics.drafts.queryOptions({ staleTime: 0 }));
  return (
    <section className="stack" aria-labelledby="drafts-heading">
      <div className="row row--apart">
        <h2 id="drafts-heading">Drafts</h2>
        <ImportButton />
      </div>
      <Asked query={drafts} loading="Looking for drafts">
        {(list) =>
          list.length === 0 ? (
            <p className="soft">No draft is being written. Make a new version from an old one below.</p>
          ) : (
            <ul className="list-plain stack">
              {list.map(({ id, title, version, savedAt, savedBy }) => (
                <li key={id} className="panel row row--apart">
                  <div>
                    <p className="strong">
                      {title === '' ? 'Unnamed standards' : title}, version {version}
                    </p>
                    <p className="soft small">
                      Last changed {formatDateTime(savedAt)} by {savedBy}
                    </p>
                  </div>
                  <Link href={`/standards/drafts/${id}`} className={buttonClass('secondary')}>
                    Go on with draft {version}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}

function ImportButton() {
  const input = useRef<HTMLInputElement>(null);
  const [, navigate] = useLocation();
  const read = useMutation(
    api.rubrics.import.mutationOptions({
      onSuccess: (answer) => {
        if (answer.kind === 'draft') navigate(`/standards/drafts/${answer.draft.id}`);
      },
    }),
  );
  const problems = read.data?.kind === 'refused' ? read.data.problems : [];
  return (
    <div className="stack-tight">
      <Button isBusy={read.isPending} onClick={() => input.current?.click()}>
        Import from a file…
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="File of quality standards"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) read.mutate({ file });
          // The same file may be chosen again once it was mended.
          target.value = '';
        }}
      />
      {read.isError ? <Failed error={read.error} /> : null}
      {problems.length === 0 ? null : (
        <Notice tone="error" title="The file is not in the form of quality standards." advice="Nothing of it was kept.">
          <ul className="list">
            {problems.slice(0, MOST_SHOWN).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          {problems.length > MOST_SHOWN ? <p>And {problems.length - MOST_SHOWN} more.</p> : null}
        </Notice>
      )}
    </div>
  );
}

const MOST_SHOWN = 12;
