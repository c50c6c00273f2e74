import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Round } from '../../../shared/contract/rounds.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AssignPart } from './AssignPart.tsx';
import { BeginRound } from './BeginRound.tsx';
import { DocumentsPart } from './DocumentsPart.tsx';
import { ProgressPart } from './ProgressPart.tsx';
import { RoundMembers } from './RoundMembers.tsx';
import { RoundSetUp } from './RoundSetUp.tsx';
import { SamplePart } from './SamplePart.tsx';
import { roundWords } from './round-words.ts';
import './round.css';

const PARTS = [
  { id: 'set-up', label: 'Set up' },
  { id: 'sample', label: 'Sample' },
  { id: 'documents', label: 'Documents' },
  { id: 'assign', label: 'Assign' },
  { id: 'progress', label: 'Progress' },
] as const;
type Part = (typeof PARTS)[number]['id'];

type ForumChecks = ComponentType<{ roundId: string }>;

/** Where a part of a round is looked at; without a round's id, the current round. */
function partPath(part: Part, roundId: string | null): string {
  return roundId === null ? `/round/${part}` : `/round/${part}/${roundId}`;
}

/** A round from an empty half-term to plans that are assigned and followed. For the QA lead; the chair reads along. */
export function RoundPage({
  part,
  roundId,
  addDocuments,
  forumChecks,
}: {
  part: string | undefined;
  roundId: string | undefined;
  /** The way in for documents, which belongs to the register. */
  addDocuments: ReactNode;
  /** What the parent carer forum is asked to audit: a feature of its own, handed in from outside. */
  forumChecks: ForumChecks;
}) {
  const maySee = useHasRole('qa_lead', 'chair');
  return (
    <div className="page">{maySee ? <Rounds {...{ part, roundId, addDocuments, forumChecks }} /> : <NotYours />}</div>
  );
}

function NotYours() {
  return (
    <>
      <PageHeader title="Round" />
      <EmptyState title="The QA lead looks after the round" action={<Link href="/">Go to Home</Link>}>
        <p>Its plans are drawn and handed out here. What you are asked to audit stands on Home, with its dates.</p>
      </EmptyState>
    </>
  );
}

function Rounds({
  part,
  roundId,
  addDocuments,
  forumChecks,
}: {
  part: string | undefined;
  roundId: string | undefined;
  addDocuments: ReactNode;
  forumChecks: ForumChecks;
}) {
  const isLead = useHasRole('qa_lead');
  const [, navigate] = useLocation();
  const rounds = useQuery(api.rounds.list.queryOptions());
  const current = useQuery(api.rounds.current.queryOptions());
  const round = (rounds.data ?? []).find(({ id }) => id === roundId) ?? current.data;
  const isOther = round !== undefined && round.id !== current.data?.id;
  const shown = PARTS.find(({ id }) => id === part)?.id ?? 'set-up';
  return (
    <>
      <PageHeader
        title={round === undefined ? 'Round' : `Round of ${round.halfTerm.label} ${yearWords(round)}`}
        windowTitle="Round"
        actions={
          isLead && rounds.data !== undefined ? <BeginRound rounds={rounds.data} from={round ?? null} /> : undefined
        }
      >
        {round === undefined ? undefined : (
          <p>
            The panel meets on {formatDate(round.panelDate)}.
            {round.gradingDue === null ? '' : ` Gradings are due by ${formatDate(round.gradingDue)}.`}
            {isLead ? '' : ' You can look; the QA lead makes the changes.'}{' '}
            <Link href={`/across/${round.id}`}>Copied passages and other names in its plans</Link>
          </p>
        )}
      </PageHeader>
      <Asked query={rounds} loading="Reading the rounds">
        {(list) =>
          round === undefined ? null : (
            <>
              {list.length < 2 ? null : (
                <SelectField
                  className="round__choice"
                  label="Round in view"
                  choices={list.toReversed().map((each) => ({ value: each.id, label: roundWords(each) }))}
                  value={round.id}
                  onChange={({ target }) => {
                    navigate(partPath(shown, target.value));
                  }}
                />
              )}
              <Tabs
                label="Parts of the round"
                tabs={PARTS}
                selected={shown}
                onSelect={(id) => {
                  const chosen = PARTS.find((each) => each.id === id);
                  if (chosen !== undefined) navigate(partPath(chosen.id, isOther ? round.id : null), { replace: true });
                }}
              >
                <PartOf key={round.id} part={shown} {...{ round, addDocuments, forumChecks }} />
              </Tabs>
            </>
          )
        }
      </Asked>
    </>
  );
}

function PartOf({
  part,
  round,
  addDocuments,
  forumChecks: Forum,
}: {
  part: Part;
  round: Round;
  addDocuments: ReactNode;
  forumChecks: ForumChecks;
}) {
  const isLead = useHasRole('qa_lead');
  switch (part) {
    case 'set-up':
      return (
        <div className="round__set-up">
          <RoundSetUp round={round} />
          <RoundMembers roundId={round.id} />
        </div>
      );
    case 'sample':
      return <SamplePart round={round} />;
    case 'documents':
      return <DocumentsPart round={round} addDocuments={addDocuments} />;
    case 'assign':
      return (
        <div className="stack-loose">
          {isLead ? <Forum roundId={round.id} /> : null}
          <AssignPart round={round} />
        </div>
      );
    case 'progress':
      return <ProgressPart round={round} />;
    default:
      return assertNever(part);
  }
}

function yearWords({ halfTerm }: Round): string {
  return halfTerm.schoolYear.replace('-', '/');
}
