import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { EVERY_PLAN } from '../../shared/contract/plans.ts';
import { Combobox, type ComboboxOption } from '../ui/Combobox.tsx';
import type { FieldTexts } from '../ui/Field.tsx';
import { useNamesShown } from '../ui/names-store.ts';
import { api } from './client.ts';

/** As many as can be looked through; typing narrows them. */
const SHOWN = 20;

const NOTHING_FIRST: readonly ComboboxOption[] = [];

/**
 * Chooses any plan of the register by its reference, initials, name or setting. What stands first is there before
 * anything is typed. Names are searched, and shown only where names are in sight.
 */
export function PlanBox({
  name,
  first = NOTHING_FIRST,
  value,
  onChoose,
  ...texts
}: Omit<FieldTexts, 'label'> & {
  name: { label: string } | { aria: string };
  /** Suggested plans, with why, and whatever else may be chosen instead of a plan. */
  first?: readonly ComboboxOption[];
  /** A plan's id, or a value of `first`; empty where nothing is chosen. */
  value: string;
  onChoose: (value: string) => void;
}) {
  const [words, setWords] = useState('');
  const [isUsed, setIsUsed] = useState(false);
  const [picked, setPicked] = useState<ComboboxOption | null>(null);
  const areNamesShown = useNamesShown(({ isShown }) => isShown);
  const text = useDeferredValue(words.trim());
  const found = useQuery(
    api.plans.page.queryOptions({
      input: {
        filter: { ...EVERY_PLAN, text, isNameSearched: true },
        sort: { column: 'reference', direction: 'ascending' },
        offset: 0,
        limit: SHOWN,
      },
      placeholderData: keepPreviousData,
      // A long list of boxes asks for nothing until one of them is used.
      enabled: isUsed,
    }),
  );
  const { rows = [], matching = 0 } = found.data ?? {};
  const known = new Set(first.map((option) => option.value));
  const options = [
    ...(text === '' ? first : first.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))),
    ...rows
      .filter(({ id }) => !known.has(id))
      .map(({ id, reference, initials, name: child }) => ({
        value: id,
        label: planWords(reference, initials),
        ...(areNamesShown && child !== null ? { hint: child } : {}),
      })),
  ];
  const chosen = [...first, ...(picked === null ? [] : [picked])].find((option) => option.value === value);
  return (
    <Combobox
      {...texts}
      name={name}
      chosen={chosen?.label ?? ''}
      options={options}
      more={matching > rows.length ? `The first ${rows.length} of ${matching}: type to narrow them.` : undefined}
      onUse={() => {
        setIsUsed(true);
      }}
      isSearching={found.isPlaceholderData || words.trim() !== text}
      onSearch={setWords}
      onChoose={(option) => {
        setPicked(option);
        onChoose(option.value);
      }}
    />
  );
}

/** "MD-26-0412 (TF)". */
export function planWords(reference: string, initials: string): string {
  return initials === '' ? reference : `${reference} (${initials})`;
}
