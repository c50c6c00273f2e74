import { Link, useLocation } from 'wouter';
import { useHasRole } from '../api/open-workspace.ts';

/** The report and what is read beside it. */
const PARTS = [
  { path: '/report', label: 'The report' },
  { path: '/report/families', label: 'What families say' },
  { path: '/report/others', label: 'For others' },
];

/** Leads from the report to what is read or given out beside it, and back; only where a person may go. */
export function ReportParts() {
  const [location] = useLocation();
  const maySeeFamilies = useHasRole('qa_lead', 'chair', 'board_reader');
  const mayGive = useHasRole('qa_lead', 'chair');
  if (!maySeeFamilies) return null;
  return (
    <nav className="frame__parts" aria-label="Report and what stands beside it">
      <ul className="list-plain row">
        {PARTS.filter(({ path }) => mayGive || path !== '/report/others').map(({ path, label }) => (
          <li key={path}>
            <Link href={path} aria-current={location === path ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
