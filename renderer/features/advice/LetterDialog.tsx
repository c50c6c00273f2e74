import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OfficerAgency } from '../../../shared/domain/advice/advice-log.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** What the officer adds to a letter before it is made; the figures and examples come from the log. */
export function LetterDialog({
  agency,
  service,
  roundId,
  onClose,
}: {
  agency: OfficerAgency;
  service: string;
  roundId: string | null;
  onClose: () => void;
}) {
  const [strengths, setStrengths] = useState('');
  const [training, setTraining] = useState('');
  const make = useMutation(
    api.advice.letter.mutationOptions({
      onSuccess: async (file) => {
        const host = await getHost();
        host.saveFile(file);
        showToast(`${file.name} is ready.`);
        onClose();
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Letter to ${service}`}
      actions={
        <>
          <Button
            look="primary"
            icon={<Icon name="download" />}
            isBusy={make.isPending}
            onClick={() => {
              const text = { strengths: pointsIn(strengths), trainingPoints: pointsIn(training) };
              make.mutate({ agency, service, roundId, ...text });
            }}
          >
            Make the Word document
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        The letter has the strengths, the compared passages, what is to be corrected, and the figures of{' '}
        {roundId === null ? 'all rounds' : 'this round'}. Children are named by reference and initials; read it through
        before you send it.
      </p>
      <TextArea
        label="Strengths to add"
        hint="One on each line."
        isOptional
        value={strengths}
        onChange={({ target }) => {
          setStrengths(target.value);
        }}
      />
      <TextArea
        label="Training points to add"
        hint="One on each line."
        isOptional
        value={training}
        onChange={({ target }) => {
          setTraining(target.value);
        }}
      />
      {make.isError ? <Failed error={make.error} /> : null}
    </Dialog>
  );
}

/** At most as many, and as long, as a letter takes. */
function pointsIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '')
    .slice(0, 20);
}
