import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { RubricEffectAnswer } from '../../../shared/contract/rubrics.ts';
import { effectInWords } from '../../../shared/domain/rubric/rubric-effect.ts';
import { standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Loading } from '../../ui/Progress.tsx';
import { Table } from '../../ui/Table.tsx';
import { useDraftDesk } from './draft-places.ts';
import { EffectTables } from './EffectTables.tsx';

const BY_AUDITORS = { one: 'grading by an auditor', many: 'gradings by auditors' };
const AGREED = { one: 'agreed grade', many: 'agreed grades' };

/** What the draft, as it stands, would make of past gradings. */
export function EffectPart({
  draftId,
  keep,
  hasFaults,
}: {
  draftId: string;
  keep: () => Promise<number>;
  hasFaults: boolean;
}) {
  const [kept, setKept] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const keepFirst = useEffectEvent(() => {
    keep().then(setKept, setError);
  });
  useEffect(() => {
    if (!hasFaults) keepFirst();
  }, [hasFaults]);
  const effect = useQuery(
    api.rubrics.effect.queryOptions({
      input: { draftId, revision: kept ?? 0 },
      enabled: kept !== null && !hasFaults,
      staleTime: 0,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  );
  if (hasFaults) {
    return (
      <EmptyState title="Put right what is listed above first">
        <p>Grades can be worked out only by standards without faults.</p>
      </EmptyState>
    );
  }
  if (error !== null) return <Failed error={error} />;
  if (kept === null) return <Loading label="Keeping the draft" />;
  return (
    <Asked query={effect} loading="Grading past answers by the draft">
      {(answer) => <Effect answer={answer} />}
    </Asked>
  );
}

function Effect({ answer }: { answer: RubricEffectAnswer }) {
  const { auditors, agreed, partial, leftOut } = answer;
  if (auditors.total + agreed.total + partial.total === 0) {
    return (
      <EmptyState title="No past gradings to look at">
        <p>
          Submitted gradings are looked at once all who were asked have submitted.
          {leftOut === 0 ? '' : ` ${leftOut} cannot be shown to you yet.`}
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="stack-loose">
      <div className="stack-tight">
        <p className="strong">{effectInWords(auditors, BY_AUDITORS)}</p>
        <p className="strong">{effectInWords(agreed, AGREED)}</p>
        <Unanswered answer={answer} />
        {partial.total === 0 ? null : (
          <p>
            {partial.total} {partial.total === 1 ? 'grading covers' : 'gradings cover'} only some standards, and{' '}
            {partial.total === 1 ? 'has' : 'have'} no overall grade; in {partial.changed} of them a standard’s grade
            would change.
          </p>
        )}
        {leftOut === 0 ? null : (
          <p className="soft">
            {leftOut} submitted {leftOut === 1 ? 'grading is' : 'gradings are'} left out: not all who were asked have
            submitted, or you were asked too and the answers were not shown yet.
          </p>
        )}
        <p className="soft">
          The answers are those that were given; nothing stored is changed. Audits stay on the version they were made
          with. Calibration is not counted, and a chair’s own step is not in the grades compared. Whoever has looked at
          this was told what others found in these plans, and is not asked to grade them alone in the same round.
        </p>
      </div>
      <EffectTables title="Gradings by auditors" table={auditors} />
      <EffectTables title="Agreed grades" table={agreed} />
      <Changes answer={answer} />
      <ByStandard answer={answer} />
    </div>
  );
}

function Unanswered({ answer }: { answer: RubricEffectAnswer }) {
  const { gradings, criteria } = answer.unanswered;
  if (gradings === 0) return null;
  return (
    <Notice
      tone="info"
      title={`${criteria.length === 1 ? 'One criterion was' : `${criteria.length} criteria were`} not answered in ${gradings === 1 ? 'one grading' : `${gradings} gradings`}: new in the draft, or asked of more plans than before.`}
      advice="Nobody knows how they would have been answered. The grades here are those of the answers there are."
    >
      <ul className="list">
        {criteria.map(({ id, text, gradings: times }) => (
          <li key={id}>
            {id} {text} ({times})
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Changes({ answer: { changes, changesLeftOut } }: { answer: RubricEffectAnswer }) {
  if (changes.length === 0) return null;
  return (
    <div className="stack-tight">
      <Table caption="Gradings that would change">
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Whose</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ reference, stage, kind, from, to, reasons }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two auditors of one plan may be changed alike
            <tr key={at}>
              <th scope="row">
                {reference}
                {stage === null ? '' : `, ${stage.replaceAll('_', ' ')}`}
              </th>
              <td>{kind === 'agreed' ? 'Agreed' : 'One auditor'}</td>
              <td>{from}</td>
              <td>{to}</td>
              <td>{sentenceOf(reasons)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {changesLeftOut === 0 ? null : <p className="soft">And {changesLeftOut} more.</p>}
    </div>
  );
}

function sentenceOf(reasons: readonly string[]): string {
  const text = reasons.map((reason) => reason.replace(/\.$/, '')).join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function ByStandard({ answer }: { answer: RubricEffectAnswer }) {
  const { content } = useDraftDesk();
  const touched = answer.standards.filter(({ better, poorer }) => better + poorer > 0);
  if (touched.length === 0) return null;
  return (
    <Table caption="Standards whose grade would change">
      <thead>
        <tr>
          <th scope="col">Standard</th>
          <th scope="col" className="table__number">
            Graded
          </th>
          <th scope="col" className="table__number">
            Better
          </th>
          <th scope="col" className="table__number">
            Poorer
          </th>
        </tr>
      </thead>
      <tbody>
        {touched.map(({ id, gradings, better, poorer }) => (
          <tr key={id}>
            <th scope="row">
              {id} {standardTitle(content.rubric, id)}
            </th>
            <td className="table__number">{gradings}</td>
            <td className="table__number">{better}</td>
            <td className="table__number">{poorer}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
