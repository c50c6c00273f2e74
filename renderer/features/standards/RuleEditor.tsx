import {
  type ConditionForm,
  formOfRule,
  type GroupForm,
  numberOf,
  type RuleForm,
  ruleOfForm,
  ruleSubjects,
  type RuleTest,
  subjectOf,
  withNumber,
} from '../../../shared/domain/rubric/applicability-form.ts';
import { applicabilityInWords, kindOfPlanLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import type { ApplicabilityRule, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { DraftChecks, DraftNumber } from './DraftFields.tsx';
import { useDraftDesk } from './draft-places.ts';

const JOINS = [
  { value: 'all', label: 'all of these hold' },
  { value: 'any', label: 'any of these holds' },
  { value: 'not all', label: 'not all of these hold' },
  { value: 'not any', label: 'none of these holds' },
];

/** Whom a standard or a criterion applies to, as conditions to choose. */
export function RuleEditor({
  place,
  rule,
  onChange,
}: {
  place: string;
  rule: ApplicabilityRule | null;
  onChange: (rule: ApplicabilityRule | null) => void;
}) {
  const { content, errorAt } = useDraftDesk();
  const { rubric } = content;
  const error = errorAt(place);
  const form = rule === null ? null : asGroup(formOfRule(rule));
  const change = (next: GroupForm) => {
    onChange(next.parts.length === 0 ? null : ruleOfForm(slim(next)));
  };
  return (
    <fieldset
      className={error === undefined ? 'field rule' : 'field field--wrong rule'}
      data-place={place}
      tabIndex={-1}
    >
      <legend className="field__label">Whom it applies to</legend>
      <p className="soft small">{applicabilityInWords(rubric, rule)}.</p>
      {form === null ? (
        <AddCondition
          label="Apply it only to some plans"
          onAdd={(part) => {
            change({ kind: 'group', joins: 'all', isNot: false, parts: [part] });
          }}
        />
      ) : (
        <Group place={place} path="" group={form} onChange={change} />
      )}
      <div className="field__error" aria-live="polite">
        {error}
      </div>
    </fieldset>
  );
}

function Group({
  place,
  path,
  group,
  onChange,
}: {
  place: string;
  path: string;
  group: GroupForm;
  onChange: (group: GroupForm) => void;
}) {
  const replace = (at: number, part: RuleForm | null) => {
    onChange({ ...group, parts: group.parts.flatMap((old, index) => (index === at ? (part ?? []) : old)) });
  };
  return (
    <div className="rule__group stack-tight">
      <SelectField
        label={path === '' ? 'It applies where' : 'Where'}
        choices={JOINS}
        value={`${group.isNot ? 'not ' : ''}${group.joins}`}
        onChange={({ target: { value } }) => {
          onChange({ ...group, isNot: value.startsWith('not'), joins: value.endsWith('all') ? 'all' : 'any' });
        }}
      />
      {group.parts.map((part, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a condition is nothing but its place among the others
        <div key={at} className="rule__part">
          {part.kind === 'group' ? (
            <Group
              place={place}
              path={`${path}.${at}`}
              group={part}
              onChange={(next) => {
                replace(at, next.parts.length === 0 ? null : next);
              }}
            />
          ) : (
            <Condition
              place={`${place}${path}.${at}`}
              condition={part}
              onChange={(next) => {
                replace(at, next);
              }}
            />
          )}
          <IconButton
            label={`Take ${part.kind === 'group' ? 'group' : 'condition'} ${at + 1} away`}
            onClick={() => {
              replace(at, null);
            }}
          >
            <Icon name="close" />
          </IconButton>
        </div>
      ))}
      <div className="row">
        <AddCondition
          label="Add a condition"
          onAdd={(part) => {
            onChange({ ...group, parts: [...group.parts, part] });
          }}
        />
        {path === '' ? (
          <AddCondition
            label="Add a group"
            onAdd={(part) => {
              onChange({
                ...group,
                parts: [...group.parts, { kind: 'group', joins: 'any', isNot: false, parts: [part] }],
              });
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

function AddCondition({ label, onAdd }: { label: string; onAdd: (part: ConditionForm) => void }) {
  const { content } = useDraftDesk();
  const [first] = ruleSubjects(content.rubric);
  if (first === undefined) return null;
  return (
    <Button
      size="small"
      look="quiet"
      icon={<Icon name="plus" />}
      onClick={() => {
        onAdd({ kind: 'condition', isNot: false, test: first.test });
      }}
    >
      {label}
    </Button>
  );
}

function Condition({
  place,
  condition,
  onChange,
}: {
  place: string;
  condition: ConditionForm;
  onChange: (condition: ConditionForm) => void;
}) {
  const { content } = useDraftDesk();
  const { rubric } = content;
  const subjects = ruleSubjects(rubric);
  const { test } = condition;
  const subject = subjectOf(test);
  const isKnown = subjects.some(({ id }) => id === subject);
  const withTest = (next: RuleTest) => {
    onChange({ ...condition, test: next });
  };
  return (
    <div className="rule__condition">
      <SelectField
        label="What"
        choices={[
          ...subjects.map(({ id, label }) => ({ value: id, label })),
          ...(isKnown ? [] : [{ value: subject, label: `“${subject.replace('fact:', '')}”, which is not known` }]),
        ]}
        value={subject}
        onChange={({ target: { value } }) => {
          const chosen = subjects.find(({ id }) => id === value);
          if (chosen !== undefined) withTest(chosen.test);
        }}
      />
      <SelectField
        label="Holds"
        choices={[
          { value: 'is', label: 'is so' },
          { value: 'is not', label: 'is not so' },
        ]}
        value={isNegative(condition) ? 'is not' : 'is'}
        onChange={({ target: { value } }) => {
          const negative = value === 'is not';
          onChange(
            'fact' in test
              ? { ...condition, isNot: false, test: { ...test, equals: !negative } }
              : { ...condition, isNot: negative },
          );
        }}
      />
      <Value rubric={rubric} place={place} test={test} onChange={withTest} />
    </div>
  );
}

/** 'Is not a looked-after child' and 'looked after: no' are one for a fact that is known. */
function isNegative({ isNot, test }: ConditionForm): boolean {
  return 'fact' in test ? isNot === test.equals : isNot;
}

function Value({
  rubric,
  place,
  test,
  onChange,
}: {
  rubric: Rubric;
  place: string;
  test: RuleTest;
  onChange: (test: RuleTest) => void;
}) {
  const number = numberOf(test);
  if (number !== null) {
    const isYear = 'minNcYear' in test || 'maxNcYear' in test;
    return (
      <DraftNumber
        place={place}
        label={isYear ? 'Year' : 'Age'}
        value={number}
        onChange={(value) => {
          onChange(withNumber(test, value));
        }}
      />
    );
  }
  if ('planType' in test || 'planStatus' in test) {
    const isType = 'planType' in test;
    const values = rubric.planFacts.find(({ id }) => id === (isType ? 'planType' : 'planStatus'))?.values ?? [];
    return (
      <DraftChecks
        place={place}
        label={isType ? 'Kinds of plan' : 'Statuses'}
        values={isType ? test.planType : test.planStatus}
        choices={values.map((value) => ({ value, label: kindOfPlanLabel(value) }))}
        onChange={(chosen) => {
          onChange(isType ? { planType: chosen } : { planStatus: chosen });
        }}
      />
    );
  }
  return null;
}

/** One condition alone stands in a group of one, so that another can join it. */
function asGroup(form: RuleForm): GroupForm {
  return form.kind === 'group' ? form : { kind: 'group', joins: 'all', isNot: false, parts: [form] };
}

/** One condition alone is written as itself; a group within it is left, as more may be about to join it. */
function slim(group: GroupForm): RuleForm {
  const [only, ...others] = group.parts;
  return only?.kind === 'condition' && others.length === 0 && !group.isNot ? only : group;
}
