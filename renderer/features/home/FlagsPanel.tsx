import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Flag } from '../../../shared/contract/flags.ts';
import { FLAG_WORDS } from '../../../shared/domain/flags.ts';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { Failed } from '../../api/Asked.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Icon } from '../../ui/Icon.tsx';
import { HandleFlag } from './HandleFlag.tsx';

/** Flags that are open and mine to see, first of all on Home: they are acted on the same day. Nothing where there are none. */
export function FlagsPanel() {
  const flags = useQuery(api.flags.list.queryOptions({ input: { isOpen: true } }));
  const [handled, setHandled] = useState<string | null>(null);
  if (flags.isError) return <Failed error={flags.error} />;
  if (flags.data === undefined || flags.data.length === 0) return null;
  const inHand = flags.data.find(({ id }) => id === handled);
  return (
    <section className="flags stack-tight" aria-labelledby="flags-heading">
      <h2 id="flags-heading">
        <Icon name="warning" /> {flags.data.length === 1 ? 'One open flag' : `${flags.data.length} open flags`}
      </h2>
      <ul className="list-plain stack-tight">
        {flags.data.map((flag) => (
          <li key={flag.id} className="flag">
            <div className="flag__words">
              <p>
                <strong>{FLAG_WORDS[flag.kind]}</strong>,{' '}
                <Link href={`/plans/${flag.planId}`}>{flag.planReference}</Link>
                {flag.stage === null ? '' : `, ${STAGE_WORDS[flag.stage].toLowerCase()}`}
              </p>
              <p>{flag.words}</p>
              <p className="soft small">{timesWords(flag)}</p>
              {breachWords(flag) === '' ? null : <p className="flag__breach small">{breachWords(flag)}</p>}
            </div>
            {flag.canHandle ? (
              <Button
                size="small"
                onClick={() => {
                  setHandled(flag.id);
                }}
              >
                {flag.acknowledged === null ? 'Acknowledge' : 'Act on it'}
                <span className="visually-hidden"> {flag.planReference}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {inHand === undefined ? null : (
        <HandleFlag
          flag={inHand}
          onClose={() => {
            setHandled(null);
          }}
        />
      )}
    </section>
  );
}

function timesWords({ raisedAt, raisedBy, owner, acknowledged }: Flag): string {
  const raised = `Raised ${formatDateTime(raisedAt)} by ${raisedBy.name}, for ${owner.name} to act on today.`;
  return acknowledged === null
    ? `${raised} Not acknowledged yet.`
    : `${raised} Acknowledged ${formatDateTime(acknowledged.at)} by ${acknowledged.by.name}${
        acknowledged.words === '' ? '.' : `: ${acknowledged.words}`
      }`;
}

function breachWords({ breachDue, officerTold }: Flag): string {
  if (breachDue === null) return '';
  return officerTold === null
    ? `Tell the data protection officer now. Unless it is unlikely to be a risk to anyone, it is reported by ${formatDateTime(breachDue)}, 72 hours after it was noticed.`
    : `The data protection officer was told ${formatDateTime(officerTold.at)}. To be reported by ${formatDateTime(breachDue)} where it is a risk to anyone.`;
}
