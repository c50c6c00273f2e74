import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board, Proposal } from '../../../shared/contract/assignments.ts';
import { AGENCIES, type Agency } from '../../../shared/contract/person.ts';
import type { Round } from '../../../shared/contract/rounds.ts';
import { Failed } from '../../api/Asked.tsx';
import { client } from '../../api/client.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Checkbox, RadioGroup, TextField } from '../../ui/Field.tsx';
import { AcceptProposal } from './AcceptProposal.tsx';
import { ProposalView } from './ProposalView.tsx';
import { standardsWords } from './round-words.ts';
import { ruleOf, type RuleForm, usualRule } from './rule-form.ts';

/** Chooses the rule, shows what it would give whom, and takes it. */
export function Proposing({ round, board, isFirst }: { round: Round; board: Board; isFirst: boolean }) {
  const rule = <RuleAndProposal round={round} board={board} />;
  if (isFirst) {
    return (
      <section className="stack" aria-labelledby="propose-heading">
        <h2 id="propose-heading">Propose who audits what</h2>
        {rule}
      </section>
    );
  }
  return <Disclosure summary="Propose auditors for what is still open">{rule}</Disclosure>;
}

function RuleAndProposal({ round, board }: { round: Round; board: Board }) {
  const [form, setForm] = useState<RuleForm>(() => usualRule(board.auditors.map(({ agency }) => agency)));
  const rule = ruleOf(form);
  // A query by nature, but each time it is asked for, it is drawn anew.
  const propose = useMutation({
    mutationFn: (input: Parameters<typeof client.assignments.propose>[0]) => client.assignments.propose(input),
  });
  const change = (changed: Partial<RuleForm>) => {
    propose.reset();
    setForm({ ...form, ...changed });
  };
  const proposal: Proposal | undefined = propose.data;
  return (
    <div className="stack">
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (typeof rule !== 'string' && !propose.isPending) propose.mutate({ roundId: round.id, rule, seed: null });
        }}
      >
        <RadioGroup
          legend="By which rule"
          name="rule"
          value={form.kind}
          choices={[
            {
              value: 'different_agencies',
              label: 'Auditors of different agencies for each plan',
              hint: 'Each grades the whole plan; they are compared.',
            },
            {
              value: 'one_per_agency',
              label: 'One auditor of each agency',
              hint: 'Each grades the standards that their agency leads, and those that all lead.',
            },
            {
              value: 'share_doubled',
              label: 'One auditor, and a second for a share of the plans',
              hint: 'Less work; agreement is measured on the share.',
            },
          ]}
          onChange={({ target }) => {
            const kind = KINDS.find((each) => each === target.value);
            if (kind !== undefined) change({ kind });
          }}
        />
        {form.kind === 'different_agencies' ? (
          <TextField
            label="Auditors for each plan"
            className="sample__number"
            inputMode="numeric"
            error={typeof rule === 'string' ? rule : undefined}
            value={form.auditors}
            onChange={({ target }) => {
              change({ auditors: target.value });
            }}
          />
        ) : null}
        {form.kind === 'share_doubled' ? (
          <TextField
            label="Share with a second auditor, in per cent"
            className="sample__number"
            inputMode="numeric"
            error={typeof rule === 'string' ? rule : undefined}
            value={form.percent}
            onChange={({ target }) => {
              change({ percent: target.value });
            }}
          />
        ) : null}
        {form.kind === 'one_per_agency' ? (
          <fieldset className="field">
            <legend className="field__label">Agencies</legend>
            {AGENCIES.map((agency) => (
              <Checkbox
                key={agency}
                label={AGENCY_WORDS[agency]}
                hint={standardsOf(board, agency)}
                checked={form.agencies.includes(agency)}
                onChange={({ target }) => {
                  const others = form.agencies.filter((each) => each !== agency);
                  change({ agencies: target.checked ? [...others, agency] : others });
                }}
              />
            ))}
            <div className="field__error" aria-live="polite">
              {typeof rule === 'string' ? rule : null}
            </div>
          </fieldset>
        ) : null}
        {propose.isError ? <Failed error={propose.error} /> : null}
        <div className="row">
          <Button type="submit" look={proposal === undefined ? 'primary' : 'secondary'} isBusy={propose.isPending}>
            {proposal === undefined ? 'Propose' : 'Propose anew'}
          </Button>
        </div>
      </form>
      {proposal === undefined || typeof rule === 'string' ? null : (
        <>
          <ProposalView proposal={proposal} board={board} />
          <AcceptProposal key={proposal.seed} round={round} rule={rule} proposal={proposal} />
        </>
      )}
    </div>
  );
}

const KINDS = ['different_agencies', 'one_per_agency', 'share_doubled'] as const;

/** What an agency would grade by this rule. */
function standardsOf({ standards }: Board, agency: Agency): string {
  const led = standards.filter(({ agencies }) => agencies.includes(agency)).map(({ id }) => id);
  return standardsWords(led, standards);
}
