import { Link } from 'wouter';
import type { ToModerate } from '../../../shared/contract/moderation.ts';
import type { Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { AGENCY_WORDS } from '../../api/field-words.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { GradeBadge } from '../../ui/GradeBadge.tsx';
import { Table } from '../../ui/Table.tsx';
import { useGradually } from '../../ui/use-gradually.ts';
import { differenceWords, moderationPath, planWords } from './moderate-words.ts';

/** Documents of one standing in the panel's day; nothing where there are none. */
export function PlanTable({
  title,
  note,
  documents,
  rubric,
  isFirst = false,
}: {
  title: string;
  note?: string;
  documents: readonly ToModerate[];
  rubric: Rubric;
  /** The first of these tables holds the main deed of the page. */
  isFirst?: boolean;
}) {
  const shown = useGradually(documents);
  if (documents.length === 0) return null;
  const isOpen = documents.every(({ state }) => state === 'open' || state === 'agreed');
  return (
    <section className="plan-table stack-tight" aria-label={title}>
      <h2>
        {title} <span className="soft">{documents.length}</span>
      </h2>
      {note === undefined ? null : <p className="soft">{note}</p>}
      <Table caption={title} isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">{isOpen ? 'Graded' : 'Auditors'}</th>
            {isOpen ? <th scope="col">Why, and how far apart</th> : <th scope="col">Submitted</th>}
            {isOpen ? <th scope="col">Stands at</th> : null}
            {isOpen ? (
              <th scope="col">
                <span className="visually-hidden">What to do</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {shown.map((document, at) => (
            <tr key={document.documentId}>
              <th scope="row">
                {planWords(document)}
                <span className="plan-table__initials soft">{document.planInitials}</span>
                {document.isCalibration ? <span className="small soft">For calibration</span> : null}
              </th>
              <td>{isOpen ? <Given document={document} rubric={rubric} /> : <Auditors document={document} />}</td>
              <td>
                {isOpen ? <Reasons document={document} /> : `${document.submitted} of ${document.auditors.length}`}
                {document.state === 'waiting' ? (
                  <span className="soft"> – waiting for {document.auditors.length - document.submitted}</span>
                ) : null}
              </td>
              {isOpen ? (
                <td>
                  <GradeBadge grade={document.grade} scale={rubric.gradeScale} noneLabel="No grade yet" />
                </td>
              ) : null}
              {isOpen ? (
                <td className="plan-table__deed">
                  <Link
                    href={moderationPath(document)}
                    className={buttonClass(isFirst && at === 0 ? 'primary' : 'secondary', 'small')}
                    aria-label={`${document.state === 'agreed' ? 'Look at' : 'Moderate'} ${planWords(document)}`}
                  >
                    {document.state === 'agreed' ? 'Look at' : 'Moderate'}
                  </Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Given({ document, rubric }: { document: ToModerate; rubric: Rubric }) {
  return (
    <ul className="list-plain given-grades">
      {document.given.map(({ auditorId, grade }) => {
        const auditor = document.auditors.find(({ id }) => id === auditorId);
        return (
          <li key={auditorId}>
            <span className="given-grades__who">{auditor === undefined ? '' : AGENCY_WORDS[auditor.agency]}</span>
            <GradeBadge grade={grade} scale={rubric.gradeScale} noneLabel="A part" />
          </li>
        );
      })}
    </ul>
  );
}

function Auditors({ document }: { document: ToModerate }) {
  return (
    <ul className="list-plain">
      {document.auditors.map(({ id, name, agency }) => (
        <li key={id}>
          {name}, <span className="soft">{AGENCY_WORDS[agency].toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}

function Reasons({ document }: { document: ToModerate }) {
  return (
    <div className="stack-tight">
      {document.reasons.length === 0 ? null : (
        <ul className="list-plain reasons">
          {document.reasons.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {document.disagreement === null ? null : <p className="soft small">{differenceWords(document.disagreement)}.</p>}
    </div>
  );
}
