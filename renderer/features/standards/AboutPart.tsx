import { DateField } from '../../ui/Field.tsx';
import { DraftArea, DraftText } from './DraftFields.tsx';
import { useChangeRubric, useDraftDesk } from './draft-places.ts';

/** What is said of the version as a whole. */
export function AboutPart() {
  const { content, change } = useDraftDesk();
  const { rubric, effectiveFrom, note } = content;
  const changeRubric = useChangeRubric();
  return (
    <section className="panel stack" aria-labelledby="part-heading">
      <h2 id="part-heading" tabIndex={-1}>
        About this version
      </h2>
      <DraftText
        place="about/title"
        label="Name"
        value={rubric.title}
        onChange={(title) => {
          changeRubric((now) => ({ ...now, title }), 'about/title');
        }}
      />
      <div className="form-grid">
        <DraftText
          place="about/version"
          label="Version"
          value={rubric.version}
          onChange={(version) => {
            changeRubric((now) => ({ ...now, version }), 'about/version');
          }}
        />
        <DateField
          label="In use from"
          hint="Rounds that begin from this day on use it."
          data-place="about/date"
          value={effectiveFrom ?? ''}
          onChange={({ target: { value } }) => {
            change((now) => ({ ...now, effectiveFrom: value === '' ? null : value }), 'about/date');
          }}
        />
      </div>
      <DraftArea
        place="about/note"
        label="What changed, and why"
        hint="A sentence or two; it stands in the list of versions."
        value={note}
        onChange={(text) => {
          change((now) => ({ ...now, note: text.slice(0, 2000) }), 'about/note');
        }}
      />
      <DraftArea
        place="about/description"
        label="Description"
        value={rubric.description}
        onChange={(description) => {
          changeRubric((now) => ({ ...now, description }), 'about/description');
        }}
      />
    </section>
  );
}
