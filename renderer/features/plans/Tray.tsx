import { useState } from 'react';
import type { FilingSuggestion } from '../../../shared/contract/documents.ts';
import { count } from '../../../shared/domain/calendar-date.ts';
import { STAGE_WORDS } from '../../api/field-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FileTogether } from './FileTogether.tsx';
import { FilingDialog } from './FilingDialog.tsx';

/** Documents that have been read and belong to no plan yet. */
export function Tray({ waiting, hasPlans }: { waiting: readonly FilingSuggestion[]; hasPlans: boolean }) {
  const [filingId, setFilingId] = useState<string | null>(null);
  const [isTogether, setIsTogether] = useState(false);
  const filing = waiting.find((suggestion) => suggestion.document.id === filingId);
  if (waiting.length === 0) return null;
  return (
    <section className="panel panel--gold stack" aria-labelledby="tray-heading">
      <div>
        <h2 id="tray-heading">To be filed</h2>
        <p className="soft">
          {waiting.length === 1 ? 'This document has' : `These ${waiting.length} documents have`} been read. Say which
          plan {waiting.length === 1 ? 'it belongs' : 'each belongs'} to; then it can be audited.
        </p>
      </div>
      {waiting.length > 1 ? (
        <div className="row">
          <Button
            look="primary"
            onClick={() => {
              setIsTogether(true);
            }}
          >
            File them together…
          </Button>
        </div>
      ) : null}
      {isTogether ? (
        <FileTogether
          waiting={waiting}
          onClose={() => {
            setIsTogether(false);
          }}
        />
      ) : null}
      <ul className="list-plain tray">
        {waiting.map((suggestion) => (
          <li key={suggestion.document.id} className="tray__line">
            <Icon name="document" />
            <div className="tray__words">
              <span className="tray__name">{suggestion.document.fileName}</span>
              <span className="soft small">{whatWasRead(suggestion)}</span>
            </div>
            <Button
              data-files={suggestion.document.id}
              onClick={() => {
                setFilingId(suggestion.document.id);
              }}
            >
              File<span className="visually-hidden"> {suggestion.document.fileName}</span>…
            </Button>
          </li>
        ))}
      </ul>
      {filing === undefined ? null : (
        <FilingDialog
          key={filing.document.id}
          suggestion={filing}
          hasPlans={hasPlans}
          onClose={() => {
            setFilingId(null);
          }}
          onFiled={() => {
            setFilingId(null);
            focusNext(waiting.find((suggestion) => suggestion.document.id !== filing.document.id)?.document.id);
          }}
        />
      )}
    </section>
  );
}

/** The filed document's button is about to leave the page with the focus on it: on to the next one, or to the page's top. */
function focusNext(documentId: string | undefined): void {
  const selector = documentId === undefined ? 'h1' : `[data-files="${CSS.escape(documentId)}"]`;
  // After the dialog has given the focus back to where it came from.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

function whatWasRead({ document, cover, plans }: FilingSuggestion): string {
  const parts = [
    document.format === 'pdf' ? `PDF, ${count(document.pages ?? 0, 'page')}` : 'Word',
    cover.stage === null ? 'stage not found' : STAGE_WORDS[cover.stage].toLowerCase(),
    document.hasText ? `${count(document.sectionsFound.length, 'section')} found` : 'a scan without text',
  ];
  const [likeliest] = plans;
  if (likeliest !== undefined) parts.push(`may belong to ${likeliest.reference}`);
  return parts.join(' · ');
}
