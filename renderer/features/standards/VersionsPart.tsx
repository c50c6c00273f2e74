import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { RubricVersion } from '../../../shared/contract/rubrics.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { rubricDifferences } from '../../../shared/domain/rubric/rubric-differences.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { DraftsPart } from './DraftsPart.tsx';

/** Every version of the standards, and the drafts of the next for whoever writes them. */
export function VersionsPart({ onRead }: { onRead: (rubricId: string) => void }) {
  const mayEdit = useHasRole('qa_lead');
  const versions = useQuery(api.rubrics.versions.queryOptions());
  return (
    <div className="stack-loose">
      {mayEdit ? <DraftsPart /> : null}
      <section className="stack" aria-labelledby="versions-heading">
        <h2 id="versions-heading">Versions</h2>
        <p className="soft">
          A round stays on the version it was begun with. A new round takes the one in use, unless another is chosen.
        </p>
        <Asked query={versions} loading="Reading the versions">
          {(list) => (
            <ul className="list-plain stack">
              {list.map((version) => (
                <li key={version.id}>
                  <VersionCard
                    version={version}
                    base={list.find(({ id }) => id === version.basedOn)}
                    mayEdit={mayEdit}
                    onRead={onRead}
                  />
                </li>
              ))}
            </ul>
          )}
        </Asked>
      </section>
    </div>
  );
}

function VersionCard({
  version,
  base,
  mayEdit,
  onRead,
}: {
  version: RubricVersion;
  base: RubricVersion | undefined;
  mayEdit: boolean;
  onRead: (rubricId: string) => void;
}) {
  const [isCompared, setIsCompared] = useState(false);
  const [, navigate] = useLocation();
  const begin = useMutation(
    api.rubrics.begin.mutationOptions({
      onSuccess: ({ id }) => {
        navigate(`/standards/drafts/${id}`);
      },
    }),
  );
  const save = useMutation(
    api.rubrics.export.mutationOptions({
      onSuccess: async (file) => {
        const host = await getHost();
        host.saveFile(file);
        showToast(`${file.name} is ready.`);
      },
    }),
  );
  const name = `version ${version.version}`;
  return (
    <article className="panel stack-tight" aria-label={`Version ${version.version}`}>
      <h3>
        Version {version.version}
        {version.isCurrent ? <span className="version__mark"> In use</span> : null}
      </h3>
      <p>{version.title}</p>
      <p className="soft small">{factsOf(version)}</p>
      {version.note === '' ? null : <p>{version.note}</p>}
      <div className="row">
        {mayEdit ? (
          <Button
            size="small"
            look={version.isCurrent ? 'primary' : 'secondary'}
            isBusy={begin.isPending}
            onClick={() => begin.mutate({ rubricId: version.id })}
          >
            New version from {version.version}
          </Button>
        ) : null}
        <Button size="small" onClick={() => onRead(version.id)}>
          Read {name}
        </Button>
        <Button
          size="small"
          icon={<Icon name="download" />}
          isBusy={save.isPending}
          onClick={() => save.mutate({ rubricId: version.id })}
        >
          Export {name}
        </Button>
        {base === undefined ? null : (
          <Button size="small" aria-expanded={isCompared} onClick={() => setIsCompared(!isCompared)}>
            Compare with version {base.version}
          </Button>
        )}
      </div>
      {begin.isError ? <Failed error={begin.error} /> : null}
      {save.isError ? <Failed error={save.error} /> : null}
      {isCompared && base !== undefined ? <Compared before={base} after={version} /> : null}
    </article>
  );
}

function factsOf({ effectiveFrom, publishedBy, rounds }: RubricVersion): string {
  const used = rounds === 1 ? '1 round' : `${rounds} rounds`;
  const since = effectiveFrom === null ? 'In use from the beginning' : `In use from ${formatDate(effectiveFrom)}`;
  return `${since}${publishedBy === null ? '' : `, published by ${publishedBy}`} · ${used}`;
}

function Compared({ before, after }: { before: RubricVersion; after: RubricVersion }) {
  const forever = { staleTime: Number.POSITIVE_INFINITY };
  const old = useQuery(api.rubrics.get.queryOptions({ input: { rubricId: before.id }, ...forever }));
  const now = useQuery(api.rubrics.get.queryOptions({ input: { rubricId: after.id }, ...forever }));
  return (
    <Asked query={old} loading="Reading the earlier version">
      {(earlier) => (
        <Asked query={now} loading="Reading the later version">
          {(later) => (
            <DifferenceList
              differences={rubricDifferences(earlier.rubric, later.rubric)}
              from={before.version}
              to={after.version}
            />
          )}
        </Asked>
      )}
    </Asked>
  );
}
