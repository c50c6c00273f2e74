import { useRef } from 'react';
import { addStandard } from '../../../shared/domain/rubric/rubric-edits.ts';
import type { RubricFault } from '../../../shared/domain/rubric/rubric-faults.ts';
import { standardTitle } from '../../../shared/domain/rubric/rubric-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { AboutPart } from './AboutPart.tsx';
import { partOf, useChangeRubric, useDraftDesk } from './draft-places.ts';
import { GradesPart } from './GradesPart.tsx';
import { ModerationPart } from './ModerationPart.tsx';
import { RulesPart } from './RulesPart.tsx';
import { StandardEditor } from './StandardEditor.tsx';

const PARTS = [
  { id: 'about', label: 'About this version' },
  { id: 'grades', label: 'Grades and thresholds' },
  { id: 'rules', label: 'Rules that hold a grade' },
  { id: 'moderation', label: 'Moderation' },
];

/** The parts of a draft beside the one that is being written. */
export function DraftParts({
  part,
  setPart,
  faults,
}: {
  part: string;
  setPart: (part: string) => void;
  faults: readonly RubricFault[];
}) {
  const { content, goTo } = useDraftDesk();
  const { rubric } = content;
  const changeRubric = useChangeRubric();
  const frame = useRef<HTMLDivElement>(null);
  const faulty = new Set(faults.map(({ place }) => partOf(rubric, place)));
  const parts = [
    ...PARTS,
    ...rubric.standards.map(({ id }) => ({ id: `standard:${id}`, label: `${id} ${standardTitle(rubric, id)}` })),
  ];
  return (
    <div className="standards draft-frame" ref={frame}>
      <div className="standards__aside stack">
        <nav aria-label="Parts of the draft">
          <ul className="list-plain">
            {parts.map(({ id, label }) => (
              <li key={id}>
                <button
                  type="button"
                  className="standards__jump"
                  aria-current={part === id ? 'true' : undefined}
                  onClick={() => {
                    setPart(id);
                    // The part before may have been read far down.
                    frame.current?.scrollIntoView({ block: 'start' });
                  }}
                >
                  <span>{label}</span>
                  {faulty.has(id) ? (
                    <span className="draft-faulty">
                      <Icon name="warning" />
                      <span className="visually-hidden">, to be put right</span>
                    </span>
                  ) : null}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <Button
          size="small"
          icon={<Icon name="plus" />}
          onClick={() => {
            const { id, rubric: next } = addStandard(rubric);
            changeRubric(() => next, null);
            goTo(`standard:${id}/title`);
          }}
        >
          Add a standard
        </Button>
      </div>
      <Part part={part} />
    </div>
  );
}

function Part({ part }: { part: string }) {
  const { content } = useDraftDesk();
  if (part === 'grades') return <GradesPart />;
  if (part === 'rules') return <RulesPart />;
  if (part === 'moderation') return <ModerationPart />;
  const standard = content.rubric.standards.find(({ id }) => part === `standard:${id}`);
  return standard === undefined ? <AboutPart /> : <StandardEditor key={standard.id} standard={standard} />;
}
