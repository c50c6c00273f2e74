import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Sheet } from '../../../shared/contract/supervision.ts';
import { Asked, Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDateTime } from '../../ui/dates.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { ReplyDialog } from './ReplyDialog.tsx';
import { savePaper } from '../../api/save-paper.ts';
import { SheetAgreed } from './SheetAgreed.tsx';
import { SheetFindings } from './SheetFindings.tsx';
import { SheetPlans } from './SheetPlans.tsx';
import { SheetReplies } from './SheetReplies.tsx';
import './supervision.css';

/** One caseworker's sheet, as it was opened. */
export function SheetPage({ openingId }: { openingId: string }) {
  const sheet = useQuery(api.supervision.sheet.queryOptions({ input: { openingId } }));
  return (
    <div className="page">
      <p className="small supervision__back">
        <Link href="/supervision">Back to Supervision</Link>
      </p>
      {sheet.data === undefined ? <PageHeader title="Supervision sheet" /> : null}
      <Asked query={sheet} loading="Opening the sheet">
        {(found) => <OpenedSheet sheet={found} />}
      </Asked>
    </div>
  );
}

function OpenedSheet({ sheet }: { sheet: Sheet }) {
  const [dialog, setDialog] = useState<'note' | 'reply' | null>(null);
  const make = useMutation(api.supervision.exportSheet.mutationOptions({ onSuccess: savePaper }));
  const { caseworker, isOwn } = sheet;
  return (
    <>
      <PageHeader
        title={isOwn ? 'Your supervision sheet' : caseworker.name}
        windowTitle="Supervision sheet"
        eyebrow={isOwn ? caseworker.team : `Supervision sheet, ${caseworker.team}`}
        actions={
          <>
            {isOwn ? null : (
              <Button
                look="primary"
                onClick={() => {
                  setDialog('note');
                }}
              >
                Note what was agreed…
              </Button>
            )}
            <Button
              look={isOwn ? 'primary' : 'secondary'}
              onClick={() => {
                setDialog('reply');
              }}
            >
              {isOwn ? 'Reply…' : 'Enter a reply for them…'}
            </Button>
            <Button
              icon={<Icon name="download" />}
              isBusy={make.isPending}
              onClick={() => {
                make.mutate({ caseworkerId: caseworker.id });
              }}
            >
              {make.isPending ? 'Making the Word document…' : 'Export to Word'}
            </Button>
          </>
        }
      >
        <p>
          Opened {formatDateTime(sheet.openedAt)}, which is kept.{' '}
          {isOwn ? 'You see who else opens it.' : 'The caseworker sees who opens it.'}
        </p>
      </PageHeader>
      {make.isError ? <Failed error={make.error} /> : null}
      <div className="supervision__sheet">
        <div className="stack">
          <SheetFindings sheet={sheet} />
        </div>
        <div className="stack">
          <SheetAgreed sheet={sheet} />
          <SheetReplies sheet={sheet} />
          <SheetPlans sheet={sheet} />
        </div>
      </div>
      {dialog === 'note' ? (
        <NoteDialog
          sheet={sheet}
          note={null}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'reply' ? (
        <ReplyDialog
          sheet={sheet}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
    </>
  );
}
