import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutletChoices } from '../../../shared/contract/outlets.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';

/** Services that actions alone name: a person says whose they are, so that the agency hears of what is asked of them. */
export function ServiceAgencies({ choices: { named, allAgencies } }: { choices: OutletChoices }) {
  const [isOpen, setIsOpen] = useState(false);
  const placing = useMutation(api.outlets.placeService.mutationOptions());
  const waiting = named.filter(({ agency }) => agency === null).length;
  if (named.length === 0) return null;
  return (
    <section className="stack" aria-label="Services that actions name">
      {waiting === 0 ? null : (
        <p className="outlets__words">
          Actions name {count(waiting, 'service')} of which it is not known whose {waiting === 1 ? 'it is' : 'they are'}
          . What is asked of {waiting === 1 ? 'it' : 'them'} is in no feedback until you say so.
        </p>
      )}
      <div className="row">
        <Button
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? 'Close whose services are' : 'Say whose services are'}
        </Button>
      </div>
      {isOpen ? (
        <div className="row outlets__choice">
          {named.map(({ service, agency }) => (
            <SelectField
              key={service}
              label={`“${service}” is a service of`}
              value={agency ?? ''}
              emptyLabel="Not said yet"
              choices={allAgencies.map(({ id, label }) => ({ value: id, label }))}
              onChange={({ currentTarget: { value } }) => {
                placing.mutate({ service, agency: value === '' ? null : value });
              }}
            />
          ))}
        </div>
      ) : null}
      {placing.isError ? <Failed error={placing.error} /> : null}
    </section>
  );
}
