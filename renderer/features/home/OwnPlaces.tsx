import { Link } from 'wouter';
import type { Role } from '../../../shared/contract/meta.ts';
import { buttonClass } from '../../ui/Button.tsx';

interface OwnPlace {
  role: Role;
  title: string;
  text: string;
  ways: readonly { path: string; label: string }[];
}

const OWN_PLACES: readonly OwnPlace[] = [
  {
    role: 'designated_officer',
    title: 'Drafts to check against the advice',
    text: 'Each draft with the days left to its 20-week date: whether it says what your services advised, and what to correct before it goes final.',
    ways: [{ path: '/advice', label: 'Go to the drafts' }],
  },
  {
    role: 'caseworker',
    title: 'Your plans in supervision',
    text: 'Your own sheet holds what is strong in your audited plans, one or two points to work on, and feedback on each plan. You can comment on it, or ask for a second look.',
    ways: [{ path: '/supervision', label: 'Go to your sheet' }],
  },
  {
    role: 'locality_manager',
    title: 'Your team in supervision',
    text: 'What the settled gradings of your team’s plans show together, a sheet for each caseworker, and what was agreed last time.',
    ways: [
      { path: '/supervision', label: 'Go to your team' },
      { path: '/insight', label: 'Your team’s figures' },
    ],
  },
  {
    role: 'board_reader',
    title: 'The partnership’s figures',
    text: 'What the publishable reports show: the grades, how they move, and how sure one can be. The QA lead gives out the reports themselves.',
    ways: [{ path: '/insight', label: 'Look at the figures' }],
  },
];

/** Where those go whose work is not the panel’s: a designated officer, a caseworker, a manager, a board reader. Nothing for others. */
export function OwnPlaces({ roles }: { roles: readonly Role[] }) {
  return OWN_PLACES.filter(({ role }) => roles.includes(role)).map(({ role, title, text, ways }) => (
    <section key={role} className="next-step" aria-labelledby={`own-${role}`}>
      <div className="next-step__words">
        <h2 id={`own-${role}`}>{title}</h2>
        <p className="soft">{text}</p>
      </div>
      <div className="row">
        {ways.map(({ path, label }, at) => (
          <Link key={path} href={path} className={buttonClass(at === 0 ? 'primary' : 'secondary')}>
            {label}
          </Link>
        ))}
      </div>
    </section>
  ));
}
