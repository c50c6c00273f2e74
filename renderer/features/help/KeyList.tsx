import { Kbd } from '../../ui/Kbd.tsx';
import { KEY_GROUPS } from './keys.ts';
import './help.css';

/** The keys by where they work. */
export function KeyList({ headingLevel }: { headingLevel: 2 | 3 }) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <div className="key-list">
      {KEY_GROUPS.map((group) => (
        <section key={group.title}>
          <Heading className="key-list__title">{group.title}</Heading>
          <dl className="key-list__keys">
            {group.keys.map((entry) => (
              <div key={entry.does} className="key-list__row">
                <dt>
                  {entry.keys.map((name) => (
                    <Kbd key={name}>{name}</Kbd>
                  ))}
                </dt>
                <dd>{entry.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
