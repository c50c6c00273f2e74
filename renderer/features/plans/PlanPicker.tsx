import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { EVERY_PLAN } from '../../../shared/contract/plans.ts';
import type { FilingSuggestion } from '../../../shared/contract/documents.ts';
import { api } from '../../api/client.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';

/** As many as a list box can be looked through. */
const SHOWN = 50;

/** Chooses a plan of the register: suggested ones first, with why; then those that fit the words typed. */
export function PlanPicker({
  suggestions,
  error,
  field,
}: {
  suggestions: FilingSuggestion['plans'];
  error: string | undefined;
  field: UseFormRegisterReturn;
}) {
  const [text, setText] = useState('');
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
  const { rows = [], matching = 0 } = found.data ?? {};
  const suggested = new Set(suggestions.map(({ planId }) => planId));
  const [likeliest] = suggestions;
  const hidden = matching - rows.length;
  const hint = [
    likeliest === undefined ? '' : `Suggested: ${likeliest.reason}`,
    hidden > 0 ? `The first ${SHOWN} of ${matching}: type a part of the reference to narrow them.` : '',
  ].filter(Boolean);
  return (
    <div className="form-grid">
      <TextField
        label="Find a plan"
        type="search"
        hint="By reference, initials, setting …"
        value={text}
        maxLength={200}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <SelectField
        label="Plan"
        emptyLabel="Choose…"
        choices={[
          ...suggestions.map(({ planId, reference, initials, reason }) => ({
            value: planId,
            label: `${named(reference, initials)}: ${reason}`,
          })),
          ...rows
            .filter(({ id }) => !suggested.has(id))
            .map(({ id, reference, initials }) => ({ value: id, label: named(reference, initials) })),
        ]}
        {...(hint.length === 0 ? {} : { hint: hint.join('. ') })}
        error={error}
        {...field}
      />
    </div>
  );
}

function named(reference: string, initials: string): string {
  return initials === '' ? reference : `${reference} (${initials})`;
}
