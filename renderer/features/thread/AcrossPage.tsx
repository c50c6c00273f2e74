import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { AcrossPlans } from '../../../shared/contract/threads.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Table } from '../../ui/Table.tsx';
import { threadPath } from './place-in-address.ts';
import './thread.css';

/** What the plans of a round share that each should have for itself: copied passages, and other children's names. */
export function AcrossPage({ roundId }: { roundId: string }) {
  const maySee = useHasRole('qa_lead', 'chair', 'auditor');
  const mayGoToRound = useHasRole('qa_lead', 'chair');
  const rounds = useQuery(api.rounds.list.queryOptions());
  const halfTerm = rounds.data?.find(({ id }) => id === roundId)?.halfTerm;
  const name = halfTerm === undefined ? 'Round' : `Round of ${halfTerm.label} ${halfTerm.schoolYear.replace('-', '/')}`;
  return (
    <div className="page stack-loose">
      <PageHeader
        title="Copied passages and other names"
        windowTitle="Copied passages"
        eyebrow={mayGoToRound ? <Link href={`/round/documents/${roundId}`}>{name}</Link> : name}
      >
        <p>
          A plan is about one child. Words that stand in several plans may have been copied; a name that the plan does
          not present may be another child’s. These are hints: look before you judge.
        </p>
      </PageHeader>
      {maySee ? (
        <Found roundId={roundId} />
      ) : (
        <EmptyState title="This is for the panel" action={<Link href="/">Go to Home</Link>} />
      )}
    </div>
  );
}

function Found({ roundId }: { roundId: string }) {
  const across = useQuery(api.threads.across.queryOptions({ input: { roundId }, staleTime: 0 }));
  return (
    <Asked query={across} loading="Looking through the plans of the round">
      {(found) =>
        found.documents === 0 ? (
          <EmptyState title="The round has no documents yet">
            <p>Once documents are filed under its plans, they are looked through here.</p>
          </EmptyState>
        ) : (
          <>
            <Copied found={found} />
            <Names found={found} />
          </>
        )
      }
    </Asked>
  );
}

function Copied({ found: { documents, copied } }: { found: AcrossPlans }) {
  return (
    <section className="stack" aria-labelledby="copied-heading">
      <h2 id="copied-heading">Copied passages ({copied.length})</h2>
      <p className="soft">
        {count(documents, 'document')} looked through. Compared are sentences of twelve words and more in Sections B, E,
        F, G and H, names and pronouns apart; what nearly every plan of a template has is left out.
      </p>
      {copied.length === 0 ? (
        <p>No passage stands in more than one plan.</p>
      ) : (
        <ul className="list-plain stack">
          {copied.map(({ places, elsewhere }) => {
            const [first] = places;
            const plans = places.length + elsewhere.length;
            return first === undefined ? null : (
              <li className="copied" key={`${first.documentId} ${first.at.block} ${first.at.start}`}>
                <blockquote>{first.words}</blockquote>
                <p className="small">
                  In {count(plans, 'plan')}, Section {first.section}:{' '}
                  {places.map(({ documentId, reference, stage, at }, index) => (
                    <span key={documentId}>
                      {index === 0 ? '' : ', '}
                      <Link href={threadPath(documentId, at)}>
                        {reference}
                        {stage === null ? '' : ` (${STAGE_WORDS[stage].toLowerCase()})`}
                      </Link>
                    </span>
                  ))}
                  {elsewhere.length === 0 ? '' : '; outside this round: '}
                  {elsewhere.map(({ planId, reference }, index) => (
                    <span key={planId}>
                      {index === 0 ? '' : ', '}
                      <Link href={`/plans/${planId}`}>{reference}</Link>
                    </span>
                  ))}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Names({ found: { names } }: { found: AcrossPlans }) {
  return (
    <section className="stack" aria-labelledby="names-heading">
      <h2 id="names-heading">Names of others ({names.length})</h2>
      {names.length === 0 ? (
        <p>No name was seen that a plan does not present.</p>
      ) : (
        <Table caption="Names that read as somebody else’s than the child’s" isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">Plan</th>
              <th scope="col">Name</th>
              <th scope="col">Section</th>
              <th scope="col">Where it stands</th>
            </tr>
          </thead>
          <tbody>
            {names.map(({ documentId, reference, name, section, words, at }) => (
              <tr key={`${documentId} ${name}`}>
                <th scope="row">
                  <Link href={threadPath(documentId, at)}>{reference}</Link>
                </th>
                <td>{name}</td>
                <td>{section}</td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
