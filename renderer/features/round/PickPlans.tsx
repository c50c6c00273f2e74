import { EVERY_PLAN } from '../../../shared/contract/plans.ts';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { count } from '../../../shared/domain/calendar-date.ts';
import { yearGroup } from '../../../shared/domain/rubric/rubric-words.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { planTypeWords } from '../../../shared/domain/register/plan-type-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, TextField } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { Scrolled } from './Scrolled.tsx';

/** As many as can be looked through in a dialog. */
const SHOWN = 50;
const LONGEST_REASON = 200;

interface PickProps {
  roundId: string;
  /** Plans that are in the round already. */
  taken: readonly string[];
  onClose: () => void;
}

/** Adds plans of the register to the round by hand, with a reason. */
export function PickPlans({ isOpen, ...props }: PickProps & { isOpen: boolean }) {
  return (
    <Dialog isOpen={isOpen} onClose={props.onClose} title="Pick plans by hand" size="wide">
      <PickForm {...props} />
    </Dialog>
  );
}

function PickForm({ roundId, taken, onClose }: PickProps) {
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useQuery(
    api.plans.page.queryOptions({
      input: {
        filter: { ...EVERY_PLAN, text },
        sort: { column: 'reference', direction: 'ascending' },
        offset: 0,
        limit: SHOWN,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const takeOut = useMutation(api.samples.takeOut.mutationOptions());
  const pick = useMutation(
    api.samples.pick.mutationOptions({
      onSuccess: (_sample, { planIds }) => {
        onClose();
        showToast(`${count(planIds.length, 'plan')} picked.`, () => {
          for (const planId of planIds) takeOut.mutate({ roundId, planId, reason: 'Picked by mistake' });
        });
      },
    }),
  );
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (picked.size === 0 || reason.trim() === '' || pick.isPending) return;
        pick.mutate({ roundId, planIds: [...picked.keys()], reason: reason.trim() });
      }}
    >
      <TextField
        label="Find in the register"
        hint="By reference, initials, setting, need …"
        type="search"
        maxLength={200}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      <Asked query={found} loading="Reading the register">
        {({ rows, matching }) => (
          <fieldset className="field">
            <legend className="field__label">
              {matching > rows.length
                ? `The first ${SHOWN} of ${matching.toLocaleString('en-GB')} plans`
                : count(matching, 'plan')}
            </legend>
            <Scrolled label="Plans found, scrollable">
              {rows.map((row) => {
                const isIn = taken.includes(row.id);
                return (
                  <Checkbox
                    key={row.id}
                    label={`${row.reference} ${row.initials}`}
                    hint={[
                      isIn ? 'in this round already' : '',
                      planTypeWords(row.planType),
                      row.ncYear === null ? '' : yearGroup(row.ncYear),
                      row.team ?? '',
                      row.documents.length === 0 ? 'no document' : '',
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                    checked={isIn || picked.has(row.id)}
                    disabled={isIn}
                    onChange={({ target }) => {
                      const next = new Map(picked);
                      if (target.checked) next.set(row.id, row.reference);
                      else next.delete(row.id);
                      setPicked(next);
                    }}
                  />
                );
              })}
            </Scrolled>
          </fieldset>
        )}
      </Asked>
      <output className="round__said">
        {picked.size === 0 ? 'None chosen yet.' : `Chosen: ${[...picked.values()].join(', ')}`}
      </output>
      {isTried && picked.size === 0 ? <p className="field__error">Choose at least one plan.</p> : null}
      <TextField
        label="Reason"
        hint="Why these, beside those that were drawn. Name nobody in it."
        maxLength={LONGEST_REASON}
        error={isTried && reason.trim() === '' ? 'Say why.' : undefined}
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
      {pick.isError ? <Failed error={pick.error} /> : null}
      <div className="row">
        <Button type="submit" look="primary" isBusy={pick.isPending}>
          Put them into the round
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
