import {
  addCriterion,
  moveStandard,
  retireStandard,
  updateStandard,
} from '../../../shared/domain/rubric/rubric-edits.ts';
import type { Standard } from '../../../shared/domain/rubric/rubric.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CriterionEditor } from './CriterionEditor.tsx';
import { DraftArea, DraftChecks, DraftNumber, DraftSelect, DraftText } from './DraftFields.tsx';
import { sectionChoices, useChangeRubric, useDraftDesk } from './draft-places.ts';
import { RuleEditor } from './RuleEditor.tsx';

/** One standard of a draft, and its criteria. */
export function StandardEditor({ standard }: { standard: Standard }) {
  const { content, goTo } = useDraftDesk();
  const { rubric } = content;
  const changeRubric = useChangeRubric();
  const place = `standard:${standard.id}`;
  const at = rubric.standards.findIndex(({ id }) => id === standard.id);
  const set = (change: Partial<Standard>, tag: string | null) => {
    changeRubric((now) => updateStandard(now, standard.id, change), tag);
  };
  return (
    <section className="panel stack" aria-labelledby="part-heading">
      <div className="row row--apart">
        <h2 id="part-heading" tabIndex={-1}>
          Standard {at + 1} <span className="soft">{standard.id}</span>
        </h2>
        <div className="row">
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              changeRubric((now) => moveStandard(now, standard.id, -1), null);
            }}
          >
            Move up
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              changeRubric((now) => moveStandard(now, standard.id, 1), null);
            }}
          >
            Move down
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              const next = rubric.standards[at + 1] ?? rubric.standards[at - 1];
              changeRubric((now) => retireStandard(now, standard.id), null);
              goTo(next === undefined ? 'about/title' : `standard:${next.id}/title`);
            }}
          >
            Retire the standard
          </Button>
        </div>
      </div>
      <DraftText
        place={`${place}/title`}
        label="Title"
        value={standard.title}
        onChange={(title) => set({ title }, `${place}/title`)}
      />
      <DraftArea
        place={`${place}/purpose`}
        rows={2}
        label="What it is for"
        value={standard.purpose}
        onChange={(purpose) => set({ purpose }, `${place}/purpose`)}
      />
      <div className="form-grid">
        <DraftText
          place={`${place}/shortTitle`}
          label="Short title"
          value={standard.shortTitle}
          onChange={(shortTitle) => set({ shortTitle }, `${place}/shortTitle`)}
        />
        <DraftNumber
          place={`${place}/weight`}
          label="Weight"
          value={standard.weight}
          onChange={(weight) => set({ weight }, `${place}/weight`)}
        />
        <DraftSelect
          place={`${place}/lead`}
          label="Who leads"
          choices={rubric.leadAgencies.map(({ id, label }) => ({ value: id, label }))}
          value={standard.leadAgency}
          onChange={(leadAgency) => set({ leadAgency }, null)}
        />
      </div>
      <DraftChecks
        place={`${place}/sections`}
        label="Sections of the plan"
        values={standard.sections}
        choices={sectionChoices(rubric)}
        onChange={(sections) => set({ sections }, null)}
      />
      <RuleEditor
        place={`${place}/applies`}
        rule={standard.applicability}
        onChange={(applicability) => set({ applicability }, `${place}/applies`)}
      />
      <div className="stack-tight" data-place={`${place}/criteria`} tabIndex={-1}>
        <h3>{standard.criteria.length === 1 ? '1 criterion' : `${standard.criteria.length} criteria`}</h3>
        <ol className="list-plain draft-criteria">
          {standard.criteria.map((criterion) => (
            <li key={criterion.id}>
              <CriterionEditor criterion={criterion} />
            </li>
          ))}
        </ol>
        <Button
          icon={<Icon name="plus" />}
          onClick={() => {
            const { id, rubric: next } = addCriterion(rubric, standard.id);
            changeRubric(() => next, null);
            goTo(`criterion:${id}/text`);
          }}
        >
          Add a criterion
        </Button>
      </div>
    </section>
  );
}
