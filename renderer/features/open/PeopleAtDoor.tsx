import type { PersonAtDoor } from '../../../shared/contract/people.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/Icon.tsx';

/** As many as stand in one column without scrolling. */
const FEW = 6;

/** Everyone who may come in, by name. */
export function PeopleAtDoor({
  people,
  onChoose,
}: {
  people: readonly PersonAtDoor[];
  onChoose: (person: PersonAtDoor) => void;
}) {
  return (
    <ul className={classNames('list-plain workspace-list', people.length > FEW && 'workspace-list--people')}>
      {people.map((person) => (
        <li key={person.id}>
          <button
            type="button"
            className="workspace-list__file"
            onClick={() => {
              onChoose(person);
            }}
          >
            <span className="workspace-list__words">
              <span className="workspace-list__name">{person.name}</span>
              <span className="workspace-list__detail">
                {AGENCY_WORDS[person.agency]}
                {person.hasPin ? '' : ' · chooses a PIN on coming in'}
              </span>
            </span>
            <Icon name="chevron" />
          </button>
        </li>
      ))}
    </ul>
  );
}
