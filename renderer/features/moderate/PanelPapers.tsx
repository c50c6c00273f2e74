import { useMutation } from '@tanstack/react-query';
import type { Round } from '../../../shared/contract/rounds.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { getHost } from '../../host/host.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** The panel day's papers as Word documents. */
export function PanelPapers({ round }: { round: Round }) {
  const make = useMutation(
    api.moderation.paper.mutationOptions({
      onSuccess: async (file) => {
        const host = await getHost();
        host.saveFile(file);
        showToast(`${file.name} is ready.`);
      },
    }),
  );
  return (
    <section className="panel stack-tight" aria-labelledby="papers-heading">
      <h2 id="papers-heading">Papers</h2>
      <p>
        The agenda lists what to discuss, the largest disagreement first. The minutes say who came, what was agreed and
        why, dissent, grades that the chair moved, and actions. Both are for the panel: they name plans by their
        reference.
      </p>
      <div className="row">
        {(['agenda', 'minutes'] as const).map((kind) => (
          <Button
            key={kind}
            icon={<Icon name="download" />}
            isBusy={make.isPending}
            onClick={() => {
              make.mutate({ roundId: round.id, kind });
            }}
          >
            {kind === 'agenda' ? 'Agenda to Word' : 'Minutes to Word'}
          </Button>
        ))}
      </div>
      {make.isError ? <Failed error={make.error} /> : null}
    </section>
  );
}
