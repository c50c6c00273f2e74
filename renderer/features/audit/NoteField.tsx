import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Audit } from '../../../shared/contract/audits.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { isRefusal } from '../../api/errors.ts';
import { TextArea } from '../../ui/Field.tsx';
import { useSavedText } from './use-saved-text.ts';

/** What the contract allows. */
const LONGEST_NOTE = 10_000;

/** A note of one's own on a standard, or on the whole audit where none is named; also once the audit is submitted. */
export function NoteField({
  audit,
  standardId,
  label,
  onTyping,
}: {
  audit: Audit;
  standardId: string | null;
  label: string;
  onTyping: (isTyping: boolean) => void;
}) {
  const queryClient = useQueryClient();
  const save = useMutation(
    api.audits.saveNote.mutationOptions({
      onError: (error) => {
        // The field keeps what was typed; what it would have been written over is known from now on.
        if (!isRefusal(error, 'CHANGED_ELSEWHERE')) return;
        void queryClient.invalidateQueries({ queryKey: api.audits.get.queryKey({ input: { auditId: audit.id } }) });
      },
      onSuccess: ({ notes }) => {
        // The notes alone: an answer saved meanwhile may be newer than the rest of what came back.
        queryClient.setQueryData(api.audits.get.queryKey({ input: { auditId: audit.id } }), (held) =>
          held === undefined ? held : { ...held, notes },
        );
      },
    }),
  );
  const { field } = useSavedText({
    text: audit.notes[standardId ?? ''] ?? '',
    onTyping,
    onSave: (note, before) => {
      save.mutate({ auditId: audit.id, standardId, note, before });
    },
  });
  return (
    <>
      <TextArea
        label={label}
        hint="Yours alone, in no report. It is kept as you type."
        rows={3}
        maxLength={LONGEST_NOTE}
        data-note={standardId ?? ''}
        {...field}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {save.isError ? <Failed error={save.error} /> : null}
    </>
  );
}
