import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { saveStatusOf } from '../../api/autosave.ts';
import { useHasRole, useOpenWorkspace } from '../../api/open-workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';

const MINUTES = [2, 5, 10, 15, 30, 60];

/** The locks: when it locks by itself, now, and with which passphrase. */
export function SecurityPanel() {
  const { idleMinutes, file } = useOpenWorkspace();
  const mayChangePassphrase = useHasRole('qa_lead');
  const [isChanging, setIsChanging] = useState(false);
  const setIdle = useMutation(api.workspaces.setIdleMinutes.mutationOptions());
  const lock = useMutation(api.workspaces.lock.mutationOptions());
  const leave = useMutation(api.workspaces.leave.mutationOptions());
  const choices = [...new Set([...MINUTES, idleMinutes])].sort((a, b) => a - b);
  return (
    <section className="panel stack" aria-labelledby="locks-heading">
      <div className="row row--apart">
        <h2 id="locks-heading">Locks</h2>
        <SaveState status={saveStatusOf(setIdle, false)} />
      </div>
      <SelectField
        label="Lock when nobody is at the machine for"
        choices={choices.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }))}
        value={String(setIdle.isPending ? setIdle.variables.minutes : idleMinutes)}
        onChange={(event) => {
          setIdle.mutate({ minutes: Number(event.target.value) });
        }}
      />
      <div className="row">
        <Button
          icon={<Icon name="lock" />}
          isBusy={lock.isPending}
          onClick={() => {
            lock.mutate(undefined);
          }}
        >
          Lock now
        </Button>
        {mayChangePassphrase ? (
          <Button
            onClick={() => {
              setIsChanging(true);
            }}
          >
            Change the passphrase…
          </Button>
        ) : null}
        <Button
          isBusy={leave.isPending}
          onClick={() => {
            // Another workspace has other plans: the address of this one's would lead nowhere.
            window.location.hash = '#/';
            leave.mutate(undefined);
          }}
        >
          Close this workspace
        </Button>
      </div>
      {lock.isError ? <Failed error={lock.error} /> : null}
      {leave.isError ? <Failed error={leave.error} /> : null}
      <p className="soft small settings__path">
        This workspace is the file {file.fileName} in {file.folder}. It is encrypted; copies of it open with the
        passphrase that it had when they were made.
      </p>
      <ChangePassphraseDialog
        isOpen={isChanging}
        onClose={() => {
          setIsChanging(false);
        }}
      />
    </section>
  );
}
