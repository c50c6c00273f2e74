import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EVERY_PLAN } from '../../../shared/contract/plans.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';

const MOST_LISTED = 20;

/** Finds a plan in the register and names one of its documents for calibration. */
export function ChooseCalibration({ round, isOpen, onClose }: { round: Round; isOpen: boolean; onClose: () => void }) {
  const [text, setText] = useState('');
  const name = useMutation(api.moderation.nameCalibration.mutationOptions({ onSuccess: onClose }));
  const page = useQuery(
    api.plans.page.queryOptions({
      input: {
        filter: { ...EVERY_PLAN, text },
        sort: { column: 'reference', direction: 'ascending' },
        offset: 0,
        limit: MOST_LISTED,
      },
      enabled: isOpen,
    }),
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Name a plan for calibration" size="wide">
      <p>All auditors on the round are asked to grade it, but for those who had a hand in the plan.</p>
      <TextField
        label="Reference"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {name.isError ? <Failed error={name.error} /> : null}
      <Asked query={page} loading="Looking in the register">
        {({ rows, matching }) => (
          <>
            <ul className="list-plain stack-tight">
              {rows.flatMap(({ reference, initials, documents }) =>
                documents.map(({ id, stage }) => {
                  const words = `${reference}, ${stage === null ? 'document' : STAGE_WORDS[stage].toLowerCase()}`;
                  return (
                    <li key={id} className="row row--apart">
                      <span>
                        {words} <span className="soft">{initials}</span>
                      </span>
                      <Button
                        size="small"
                        aria-label={`Name this one: ${words}`}
                        isBusy={name.isPending}
                        onClick={() => {
                          name.mutate({ roundId: round.id, documentId: id });
                        }}
                      >
                        Name this one
                      </Button>
                    </li>
                  );
                }),
              )}
            </ul>
            {matching > MOST_LISTED ? (
              <p className="soft">
                The first {MOST_LISTED} plans of {matching}. Type more of the reference.
              </p>
            ) : null}
          </>
        )}
      </Asked>
    </Dialog>
  );
}
