import { useQuery } from '@tanstack/react-query';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Progress.tsx';

/** Looks through the whole workspace for damage and tampering, when asked. */
export function IntegrityPanel() {
  const verify = useQuery(api.workspaces.verify.queryOptions({ enabled: false, staleTime: 0, gcTime: 0 }));
  return (
    <section className="panel stack" aria-labelledby="integrity-heading">
      <h2 id="integrity-heading">Is everything whole?</h2>
      <p className="soft">
        Checks the file page by page and walks the trail from its first entry: nothing damaged, nothing changed behind
        its back.
      </p>
      <Button isBusy={verify.isFetching} onClick={() => void verify.refetch()}>
        Check the workspace
      </Button>
      {verify.isFetching ? <Loading label="Checking" /> : null}
      {verify.isError && !verify.isFetching ? <Failed error={verify.error} /> : null}
      {verify.data === undefined || verify.isFetching ? null : (
        <>
          <Notice
            tone={verify.data.isSound ? 'success' : 'error'}
            title={verify.data.isSound ? 'Everything is whole.' : 'Something is not as it should be.'}
            advice={
              verify.data.isSound
                ? undefined
                : 'Stop working in this file, keep it as it is, and open your latest copy. Tell whoever looks after Goldthread.'
            }
          />
          <ul className="list-plain stack-tight">
            {verify.data.checks.map((check) => (
              <li key={check.id} className="integrity__check">
                <Icon name={check.isSound ? 'check' : 'warning'} />
                <span>
                  {check.label}: <strong>{check.isSound ? 'yes' : 'no'}</strong>
                  {check.detail === '' ? null : <span className="soft small"> ({check.detail})</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
