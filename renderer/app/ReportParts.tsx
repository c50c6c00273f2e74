import { Link, useLocation } from 'wouter';
import { useHasRole } from '../api/open-workspace.ts';

/** The report and what is read beside it. */
const PARTS = [
  { path: '/report', label: 'The report' },
  { path: '/report/families', label: 'What families say' },
];

/** Leads from the report to what families say, and back; only for who may read the latter. */
export function ReportParts() {
  const [location] = useLocation();
  const maySeeFamilies = useHasRole('qa_lead', 'chair', 'board_reader');
  if (!maySeeFamilies) return null;
  return (
    <nav className="frame__parts" aria-label="Report and families">
      <ul className="list-plain row">
        {PARTS.map(({ path, label }) => (
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
