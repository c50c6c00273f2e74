import { gradesFromBest } from '../../../shared/domain/grading/grade-order.ts';
import {
  DISCUSS_KINDS,
  freeDiscussId,
  setDiscussRule,
  setRandomShare,
} from '../../../shared/domain/moderation/moderation-edits.ts';
import {
  type DiscussRule,
  type DiscussTest,
  moderationRulesOf,
} from '../../../shared/domain/moderation/moderation-rules.ts';
import { gradeLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import { discussTestInWords } from '../../../shared/domain/rubric/rule-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { DraftChecks, DraftNumber, DraftSelect, DraftText } from './DraftFields.tsx';
import { useChangeRubric, useDraftDesk } from './draft-places.ts';

const KIND_WORDS: Record<DiscussTest['type'], string> = {
  overallGradesDiffer: 'Overall grades differ',
  limitingCriterionDiffers: 'A criterion that caps the grade was answered differently',
  keyCriterionDiffers: 'A key criterion was answered differently',
  sameResponsesBelow: 'Few criteria were answered alike',
  gradeGiven: 'Somebody gave a certain grade',
};

/** What a panel discusses, and how many of the agreements it looks at all the same. */
export function ModerationPart() {
  const { content, goTo } = useDraftDesk();
  const { rubric } = content;
  const changeRubric = useChangeRubric();
  const rules = moderationRulesOf(rubric);
  return (
    <section className="panel stack" aria-labelledby="part-heading">
      <h2 id="part-heading" tabIndex={-1} data-place="moderation/discuss">
        Moderation
      </h2>
      <h3>A plan is discussed where</h3>
      {rules.discussWhen.length === 0 ? <p className="soft">Nothing has to be discussed.</p> : null}
      {rules.discussWhen.map((rule) => (
        <DiscussFields key={rule.id} rule={rule} />
      ))}
      <Button
        size="small"
        icon={<Icon name="plus" />}
        onClick={() => {
          const id = freeDiscussId(rubric);
          const test: DiscussTest = { type: 'overallGradesDiffer', steps: 1 };
          changeRubric((now) => setDiscussRule(now, id, { test, reason: `${discussTestInWords(now, test)}.` }), null);
          goTo(`discuss:${id}`);
        }}
      >
        Add a reason to discuss
      </Button>
      <DraftNumber
        place="moderation/share"
        label="Share of agreements looked at all the same, per cent"
        value={rules.randomSharePercent}
        onChange={(share) => {
          changeRubric((now) => setRandomShare(now, share), 'moderation/share');
        }}
      />
    </section>
  );
}

function DiscussFields({ rule }: { rule: DiscussRule }) {
  const { content } = useDraftDesk();
  const { rubric } = content;
  const changeRubric = useChangeRubric();
  const { id, test, reason } = rule;
  const place = `discuss:${id}`;
  const set = (next: DiscussTest) => {
    // The reason is what auditors read: it follows the rule until somebody words it.
    const isOwn = reason !== `${discussTestInWords(rubric, test)}.`;
    const words = isOwn ? reason : `${discussTestInWords(rubric, next)}.`;
    changeRubric((now) => setDiscussRule(now, id, { test: next, reason: words }), place);
  };
  return (
    <fieldset className="draft-card stack-tight">
      <legend className="strong">{discussTestInWords(rubric, test)}</legend>
      <div className="form-grid">
        <DraftSelect
          place={place}
          label="Kind"
          choices={DISCUSS_KINDS.map(({ type }) => ({ value: type, label: KIND_WORDS[type] }))}
          value={test.type}
          onChange={(type) => {
            const next = DISCUSS_KINDS.find((kind) => kind.type === type);
            if (next !== undefined) set(next);
          }}
        />
        {test.type === 'overallGradesDiffer' || test.type === 'keyCriterionDiffers' ? (
          <DraftNumber
            place={`${place}/steps`}
            label="By so many steps or more"
            value={test.steps}
            onChange={(steps) => {
              set({ ...test, steps: Math.max(1, Math.round(steps)) });
            }}
          />
        ) : null}
        {test.type === 'sameResponsesBelow' ? (
          <DraftNumber
            place={`${place}/percent`}
            label="Fewer than so many per cent"
            value={test.percent}
            onChange={(percent) => {
              set({ ...test, percent: Math.min(100, Math.max(0, percent)) });
            }}
          />
        ) : null}
        {test.type === 'gradeGiven' ? (
          <DraftChecks
            place={`${place}/grades`}
            label="Grades"
            values={test.grades}
            choices={gradesFromBest(rubric).map((grade) => ({ value: grade.id, label: gradeLabel(rubric, grade.id) }))}
            onChange={(grades) => {
              set({ ...test, grades });
            }}
          />
        ) : null}
      </div>
      <DraftText
        place={`${place}/reason`}
        label="What the panel reads"
        value={reason}
        onChange={(words) => {
          changeRubric((now) => setDiscussRule(now, id, { test, reason: words }), `${place}/reason`);
        }}
      />
      <Button
        size="small"
        look="quiet"
        onClick={() => {
          changeRubric((now) => setDiscussRule(now, id, null), null);
        }}
      >
        Take this reason out<span className="visually-hidden">: {discussTestInWords(rubric, test)}</span>
      </Button>
    </fieldset>
  );
}
