import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api/client.ts';
import { comparePath, versionsInOrder, versionWords } from '../../api/plan-versions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/Field.tsx';

/** Other versions of the plan to compare; nothing where there are only the two. */
export function ChooseVersions({ planId, earlierId, laterId }: { planId: string; earlierId: string; laterId: string }) {
  const plan = useQuery(api.plans.get.queryOptions({ input: { planId } }));
  const [, navigate] = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const [earlier, setEarlier] = useState(earlierId);
  const [later, setLater] = useState(laterId);
  const form = useId();
  const versions = versionsInOrder(plan.data?.documents ?? []);
  if (versions.length <= 2) return null;
  const choices = versions.map((document) => ({
    value: document.id,
    label: `${versionWords(document)} (${document.fileName})`,
  }));
  function submit(event: FormEvent) {
    event.preventDefault();
    if (earlier !== later) navigate(comparePath(earlier, later));
  }
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        Choose versions…
      </Button>
      <Dialog
        isOpen={isOpen}
        title="Choose two versions"
        onClose={() => {
          setIsOpen(false);
        }}
        actions={
          <Button look="primary" type="submit" form={form}>
            Compare
          </Button>
        }
      >
        <form id={form} className="stack" onSubmit={submit}>
          <SelectField
            label="Earlier version"
            choices={choices}
            value={earlier}
            onChange={(event) => {
              setEarlier(event.target.value);
            }}
          />
          <SelectField
            label="Later version"
            choices={choices}
            value={later}
            error={earlier === later ? 'Choose another version than the earlier one.' : undefined}
            onChange={(event) => {
              setLater(event.target.value);
            }}
          />
        </form>
      </Dialog>
    </>
  );
}
