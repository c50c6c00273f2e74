import { useId } from 'react';
import { assistsOf } from '../../../shared/domain/rubric/assists.ts';
import { moveCriterion, retireCriterion, updateCriterion } from '../../../shared/domain/rubric/rubric-edits.ts';
import type { Criterion } from '../../../shared/domain/rubric/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CapFields } from './CapFields.tsx';
import { DraftArea, DraftChecks, DraftNumber, DraftSelect } from './DraftFields.tsx';
import { sectionChoices, useChangeRubric, useDraftDesk } from './draft-places.ts';
import { RuleEditor } from './RuleEditor.tsx';

/** One criterion of a draft: its words in sight, everything of it once it is opened. */
export function CriterionEditor({ criterion }: { criterion: Criterion }) {
  const { openCriterion, setOpenCriterion } = useDraftDesk();
  const isOpen = openCriterion === criterion.id;
  const id = useId();
  return (
    <div className="draft-criterion">
      <button
        type="button"
        className="draft-criterion__head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpenCriterion(isOpen ? null : criterion.id);
        }}
      >
        <Icon name="chevron" />
        <span>
          <span className="criterion__id">{criterion.id}</span>{' '}
          {criterion.text === '' ? 'Nothing is asked yet' : criterion.text}
        </span>
      </button>
      <div id={id}>{isOpen ? <CriterionFields criterion={criterion} /> : null}</div>
    </div>
  );
}

function CriterionFields({ criterion }: { criterion: Criterion }) {
  const { content, goTo } = useDraftDesk();
  const { rubric } = content;
  const changeRubric = useChangeRubric();
  const place = `criterion:${criterion.id}`;
  const set = (change: Partial<Criterion>, tag: string | null) => {
    changeRubric((now) => updateCriterion(now, criterion.id, change), tag);
  };
  const setExample = (which: 'positive' | 'negative') => (words: string) => {
    set({ examples: { ...criterion.examples, [which]: words } }, `${place}/${which}`);
  };
  return (
    <div className="stack draft-criterion__fields">
      <DraftArea
        place={`${place}/text`}
        rows={2}
        label="What is asked"
        hint="Past answers stand under this number. Where the question becomes another one, retire it and add a new one."
        value={criterion.text}
        onChange={(text) => set({ text }, `${place}/text`)}
      />
      <div className="form-grid">
        <DraftNumber
          place={`${place}/weight`}
          label="Weight"
          value={criterion.weight}
          onChange={(weight) => set({ weight }, `${place}/weight`)}
        />
        <DraftSelect
          place={`${place}/answers`}
          label="Answers to choose from"
          choices={Object.entries(rubric.responseTypes).map(([value, { options }]) => ({
            value,
            label: options.map(({ label }) => label).join(', '),
          }))}
          value={criterion.responseType}
          onChange={(responseType) => set({ responseType }, null)}
        />
      </div>
      <Checkbox
        label="Key criterion"
        checked={criterion.isKey}
        onChange={({ target: { checked } }) => set({ isKey: checked }, null)}
      />
      <CapFields criterion={criterion} onChange={(limiting) => set({ limiting }, null)} />
      <DraftArea
        place={`${place}/guidance`}
        label="Guidance"
        value={criterion.guidance}
        onChange={(guidance) => set({ guidance }, `${place}/guidance`)}
      />
      <DraftArea
        place={`${place}/good`}
        label="What good looks like"
        value={criterion.whatGoodLooksLike}
        onChange={(whatGoodLooksLike) => set({ whatGoodLooksLike }, `${place}/good`)}
      />
      <div className="form-grid">
        <DraftArea
          place={`${place}/positive`}
          label="A good example"
          value={criterion.examples.positive}
          onChange={setExample('positive')}
        />
        <DraftArea
          place={`${place}/negative`}
          label="A weak example"
          value={criterion.examples.negative}
          onChange={setExample('negative')}
        />
      </div>
      <DraftArea
        place={`${place}/legal`}
        rows={2}
        label="Legal basis"
        hint="One to a line."
        value={criterion.legalBasis.join('\n')}
        onChange={(lines) => set({ legalBasis: lines === '' ? [] : lines.split('\n') }, `${place}/legal`)}
      />
      <RuleEditor
        place={`${place}/applies`}
        rule={criterion.applicability}
        onChange={(applicability) => set({ applicability }, `${place}/applies`)}
      />
      <DraftChecks
        place={`${place}/sections`}
        label="Sections of the plan"
        values={criterion.sections}
        choices={sectionChoices(rubric)}
        onChange={(sections) => set({ sections }, null)}
      />
      <Disclosure summary={`Hints and themes of ${criterion.id}`} isOpenAtFirst={hasUnknownHint(criterion, rubric)}>
        <div className="stack">
          <DraftChecks
            place={`${place}/assists`}
            label="Hints shown beside it"
            values={criterion.assist}
            choices={assistsOf(rubric).items.map(({ id, label }) => ({ value: id, label }))}
            onChange={(assist) => set({ assist }, null)}
          />
          <DraftChecks
            place={`${place}/themes`}
            label="Themes"
            values={criterion.themes}
            choices={rubric.themes.map(({ id, label }) => ({ value: id, label }))}
            onChange={(themes) => set({ themes }, null)}
          />
        </div>
      </Disclosure>
      <div className="row">
        <Button
          size="small"
          look="quiet"
          onClick={() => changeRubric((now) => moveCriterion(now, criterion.id, -1), null)}
        >
          Move {criterion.id} up
        </Button>
        <Button
          size="small"
          look="quiet"
          onClick={() => changeRubric((now) => moveCriterion(now, criterion.id, 1), null)}
        >
          Move {criterion.id} down
        </Button>
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            const standard = rubric.standards.find(({ criteria }) => criteria.includes(criterion));
            changeRubric((now) => retireCriterion(now, criterion.id), null);
            goTo(`standard:${standard?.id ?? ''}/criteria`);
          }}
        >
          Retire {criterion.id}
        </Button>
      </div>
    </div>
  );
}

function hasUnknownHint({ assist }: Criterion, rubric: Parameters<typeof assistsOf>[0]): boolean {
  const known = new Set(assistsOf(rubric).items.map(({ id }) => id));
  return assist.some((id) => !known.has(id));
}
