import { KEY_DATES, type DocumentModel, type Span } from '../../../shared/domain/document-model.ts';
import { formatDate } from '../../../shared/domain/calendar-date.ts';
import { keyDateWords } from '../../../shared/domain/key-date-words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { provisionDetail } from './section-words.ts';

interface Finding {
  id: string;
  text: string;
  detail: string;
  spans: readonly Span[];
}

/** What was read from the plan besides its sections, each with its place. */
export function Findings({ model, onShow }: { model: DocumentModel; onShow: (spans: readonly Span[]) => void }) {
  const groups: { title: string; findings: Finding[] }[] = [
    {
      title: 'Outcomes',
      findings: model.outcomes.map((outcome) => ({
        id: outcome.id,
        text: outcome.text,
        detail: [outcome.label ?? '', stepWords(outcome.steps.length)].filter((part) => part !== '').join(' · '),
        spans: outcome.spans,
      })),
    },
    {
      title: 'Provision',
      findings: model.provisions.map((provision) => ({
        id: provision.id,
        text: provision.text,
        detail: provisionDetail(model, provision),
        spans: provision.spans,
      })),
    },
    {
      title: 'Advice',
      findings: model.advice.map((item, index) => ({
        id: `advice-${index}`,
        text: [item.role ?? item.agency ?? 'Advice', item.author ?? ''].filter((part) => part !== '').join(', '),
        detail: [item.role === null ? '' : (item.agency ?? ''), item.date === null ? 'no date' : formatDate(item.date)]
          .filter((part) => part !== '')
          .join(' · '),
        spans: item.spans,
      })),
    },
    {
      title: 'Dates',
      findings: KEY_DATES.flatMap((id) => {
        const found = model.keyDates[id];
        if (found === undefined) return [];
        const spans = found.span === null ? [] : [found.span];
        return [{ id, text: keyDateWords(id), detail: `${formatDate(found.iso)}, printed “${found.printed}”`, spans }];
      }),
    },
  ];
  return (
    <div className="findings">
      {groups.map(({ title, findings }) => (
        <Disclosure
          key={title}
          summary={`${title}: ${findings.length === 0 ? 'none found' : `${findings.length} found`}`}
        >
          {findings.length === 0 ? (
            <p className="soft">None found. Where the plan has some, say which passages are their section.</p>
          ) : (
            <ol className="list findings__list">
              {findings.map((finding) => (
                <li key={finding.id}>
                  <button
                    type="button"
                    className="link-button"
                    title="Show this place in the plan"
                    disabled={finding.spans.length === 0}
                    onClick={() => {
                      onShow(finding.spans);
                    }}
                  >
                    {finding.text}
                  </button>
                  <p className="soft small">{finding.detail}</p>
                </li>
              ))}
            </ol>
          )}
        </Disclosure>
      ))}
    </div>
  );
}

function stepWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '1 step' : `${count} steps`;
}
