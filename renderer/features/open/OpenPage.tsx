import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkspaceFile } from '../../../shared/contract/workspaces.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CreateWorkspace } from './CreateWorkspace.tsx';
import { Entrance } from './Entrance.tsx';
import { SamplePanel } from './SamplePanel.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import { WorkspaceList } from './WorkspaceList.tsx';

type View = { kind: 'list' } | { kind: 'create' } | { kind: 'unlock'; file: WorkspaceFile };

/** Before any workspace is open: open one, set one up, or look at the sample. */
export function OpenPage() {
  const [view, setView] = useState<View>({ kind: 'list' });
  const backToList = () => {
    setView({ kind: 'list' });
  };
  return (
    <Entrance>
      {view.kind === 'list' ? (
        <ListView
          key="list"
          onCreate={() => {
            setView({ kind: 'create' });
          }}
          onChoose={(file) => {
            setView({ kind: 'unlock', file });
          }}
        />
      ) : null}
      {view.kind === 'create' ? <CreateWorkspace key="create" onCancel={backToList} /> : null}
      {view.kind === 'unlock' ? (
        <section key="unlock" className="stack">
          <PageHeader title={`Unlock ${withoutEnding(view.file.fileName)}`} windowTitle="Unlock" />
          <p className="soft small entrance__path">{view.file.folder}</p>
          <UnlockForm file={view.file} onCancel={backToList} />
        </section>
      ) : null}
    </Entrance>
  );
}

function ListView({ onCreate, onChoose }: { onCreate: () => void; onChoose: (file: WorkspaceFile) => void }) {
  const workspaces = useQuery(api.workspaces.list.queryOptions());
  const info = useQuery(api.app.info.queryOptions({ staleTime: Infinity }));
  const choose = useMutation(
    api.workspaces.choose.mutationOptions({
      onSuccess: (file) => {
        if (file !== null) onChoose(file);
      },
    }),
  );
  return (
    <div className="stack-loose">
      <div>
        <PageHeader title="Goldthread" windowTitle="Open a workspace">
          <p>Audit Education, Health and Care Plans together. Nothing leaves this machine.</p>
        </PageHeader>
      </div>
      <Asked query={workspaces} loading="Looking for workspaces">
        {(files) => {
          const own = files.filter((file) => !file.isSample);
          return (
            <section className="stack" aria-labelledby="workspaces-heading">
              <h2 id="workspaces-heading">{own.length === 0 ? 'Begin' : 'Your workspaces'}</h2>
              {own.length === 0 ? (
                <p className="soft">
                  A workspace is one encrypted file that holds your partnership’s plans, audits and reports.
                </p>
              ) : (
                <WorkspaceList files={own} onChoose={onChoose} />
              )}
              <div className="row">
                <Button look={own.length === 0 ? 'primary' : 'secondary'} onClick={onCreate}>
                  {own.length === 0 ? 'Set up your partnership' : 'Set up another workspace'}
                </Button>
                {info.data?.capabilities.chooseFiles === true ? (
                  <Button
                    isBusy={choose.isPending}
                    onClick={() => {
                      choose.mutate(undefined);
                    }}
                  >
                    Choose another file…
                  </Button>
                ) : null}
              </div>
              {choose.isError ? <Failed error={choose.error} /> : null}
              {info.data === undefined ? null : (
                <p className="soft small entrance__path">Workspaces are kept in {info.data.capabilities.dataFolder}</p>
              )}
            </section>
          );
        }}
      </Asked>
      <SamplePanel />
      {info.data === undefined ? null : <p className="soft small">Version {info.data.version}</p>}
    </div>
  );
}

/** 'Willowshire.goldthread' as "Willowshire". */
export function withoutEnding(fileName: string): string {
  return fileName.replace(/\.goldthread$/i, '');
}
