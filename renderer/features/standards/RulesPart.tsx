import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import { addGuard, type Level, removeGuard, updateGuard } from '../../../shared/domain/rubric/rubric-edits.ts';
import { gradeLabel, standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import { guardInWords } from '../../../shared/domain/rubric/rule-words.ts';
import type { Guard, GuardTest, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { DraftChecks, DraftNumber, DraftSelect, DraftText } from './DraftFields.tsx';
import { useChangeRubric, useDraftDesk } from './draft-places.ts';

const ANSWERS = [
  { value: 'not_met', label: 'Not met' },
  { value: 'partly', label: 'Partly met' },
];
const ANSWER_TESTS = [
  { value: 'noCriterionResponse', label: 'no criterion has this answer' },
  { value: 'noKeyCriterionResponse', label: 'no key criterion has this answer' },
];
const STANDARD_TESTS = [
  { value: 'everyStandardAtLeast', label: 'every standard has this grade or better' },
  { value: 'atMostStandardsBelow', label: 'at most so many standards are below this grade' },
  { value: 'atMostStandardsAt', label: 'at most so many standards have this grade' },
  { value: 'listedStandardsAtLeast', label: 'these standards have this grade or better' },
];

/** What holds a grade down whatever the score is. Caps of single criteria stand with the criterion. */
export function RulesPart() {
  return (
    <section className="panel stack-loose" aria-labelledby="part-heading">
      <div className="stack-tight">
        <h2 id="part-heading" tabIndex={-1}>
          Rules that hold a grade
        </h2>
        <p className="soft">
          Looked at in this order, after the score and before the caps. What one criterion caps stands with the
          criterion.
        </p>
      </div>
      <LevelRules level="standard" title="For the grade of a standard" />
      <LevelRules level="overall" title="For the overall grade" />
    </section>
  );
}

function LevelRules({ level, title }: { level: Level; title: string }) {
  const { content, goTo } = useDraftDesk();
  const { rubric } = content;
  const changeRubric = useChangeRubric();
  return (
    <div className="stack">
      <h3>{title}</h3>
      {rubric.scoring[level].guards.map((guard) => (
        <RuleFields key={guard.id} rubric={rubric} level={level} guard={guard} />
      ))}
      <Button
        size="small"
        icon={<Icon name="plus" />}
        onClick={() => {
          const { id, rubric: next } = addGuard(rubric, level);
          changeRubric(() => next, null);
          goTo(`guard:${level}:${id}/reason`);
        }}
      >
        Add a rule {level === 'standard' ? 'for a standard' : 'for the plan'}
      </Button>
    </div>
  );
}

function RuleFields({ rubric, level, guard }: { rubric: Rubric; level: Level; guard: Guard }) {
  const changeRubric = useChangeRubric();
  const place = `guard:${level}:${guard.id}`;
  const grades = gradesFromBest(rubric).map(({ id }) => ({ value: id, label: gradeLabel(rubric, id) }));
  const set = (change: Partial<Guard>, tag: string | null = null) => {
    changeRubric((now) => updateGuard(now, level, guard.id, change), tag);
  };
  return (
    <fieldset className="draft-card stack-tight">
      <legend className="strong">Rule {guard.id}</legend>
      <p className="soft small">{guardInWords(rubric, guard)}.</p>
      <div className="form-grid">
        <DraftSelect
          place={`${place}/from`}
          label="A grade of, or better than"
          choices={grades}
          value={guard.appliesFrom}
          onChange={(appliesFrom) => {
            set({ appliesFrom });
          }}
        />
        <DraftSelect
          place={`${place}/to`}
          label="becomes"
          choices={grades}
          value={guard.elseCapTo}
          onChange={(elseCapTo) => {
            set({ elseCapTo });
          }}
        />
        <DraftSelect
          place={`${place}/test`}
          label="unless"
          choices={level === 'standard' ? ANSWER_TESTS : [...ANSWER_TESTS, ...STANDARD_TESTS]}
          value={guard.test.type}
          onChange={(type) => {
            set({ test: testOf(type, guard.test, grades[1]?.value ?? '') });
          }}
        />
        <TestFields rubric={rubric} place={place} test={guard.test} onChange={(test) => set({ test })} />
      </div>
      <DraftText
        place={`${place}/reason`}
        label="What the auditor reads"
        value={guard.reason}
        onChange={(reason) => {
          set({ reason }, `${place}/reason`);
        }}
      />
      <Button
        size="small"
        look="quiet"
        onClick={() => {
          changeRubric((now) => removeGuard(now, level, guard.id), null);
        }}
      >
        Take rule {guard.id} out
      </Button>
    </fieldset>
  );
}

function TestFields({
  rubric,
  place,
  test,
  onChange,
}: {
  rubric: Rubric;
  place: string;
  test: GuardTest;
  onChange: (test: GuardTest) => void;
}) {
  if (test.type === 'noCriterionResponse' || test.type === 'noKeyCriterionResponse') {
    return (
      <DraftSelect
        place={`${place}/answer`}
        label="Answer"
        choices={ANSWERS}
        value={test.response}
        onChange={(value) => {
          if (value === 'not_met' || value === 'partly') onChange({ ...test, response: value });
        }}
      />
    );
  }
  return (
    <>
      <DraftSelect
        place={`${place}/grade`}
        label="Grade"
        choices={gradesFromBest(rubric).map(({ id }) => ({ value: id, label: gradeLabel(rubric, id) }))}
        value={test.grade}
        onChange={(grade) => {
          onChange({ ...test, grade });
        }}
      />
      {test.type === 'atMostStandardsBelow' || test.type === 'atMostStandardsAt' ? (
        <DraftNumber
          place={`${place}/count`}
          label="At most"
          value={test.count}
          onChange={(count) => {
            onChange({ ...test, count: Math.max(0, Math.round(count)) });
          }}
        />
      ) : null}
      {test.type === 'listedStandardsAtLeast' ? (
        <DraftChecks
          place={`${place}/standards`}
          label="Standards"
          values={test.standards}
          choices={rubric.standards.map(({ id }) => ({ value: id, label: `${id} ${standardTitle(rubric, id)}` }))}
          onChange={(standards) => {
            onChange({ ...test, standards });
          }}
        />
      ) : null}
    </>
  );
}

/** A test of another kind, with what it shares with the old one. */
function testOf(type: string, old: GuardTest, lower: string): GuardTest {
  const isOfAnswers = old.type === 'noCriterionResponse' || old.type === 'noKeyCriterionResponse';
  const grade = isOfAnswers ? lower : old.grade;
  const response = isOfAnswers ? old.response : 'not_met';
  const count = old.type === 'atMostStandardsBelow' || old.type === 'atMostStandardsAt' ? old.count : 0;
  switch (type) {
    case 'noKeyCriterionResponse':
      return { type, response };
    case 'everyStandardAtLeast':
      return { type, grade };
    case 'atMostStandardsBelow':
      return { type, grade, count };
    case 'atMostStandardsAt':
      return { type, grade, count };
    case 'listedStandardsAtLeast':
      return { type, grade, standards: [] };
    default:
      return { type: 'noCriterionResponse', response };
  }
}
