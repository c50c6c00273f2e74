import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Masking } from '../../../shared/contract/masking.ts';
import { createMentionFinder } from '../../../shared/domain/masking/masking-find.ts';
import { createMaskedDocument } from '../../../shared/domain/masking/masked-model.ts';
import { Failed } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { DocumentView } from '../../viewer/DocumentView.tsx';
import type { Mark } from '../../viewer/marks.ts';
import { clearSelection, createViewerStore, lightUp } from '../../viewer/viewer-store.ts';
import { editWords } from './mask-groups.ts';
import { MaskBar } from './MaskBar.tsx';
import { type EditToMake, MaskList } from './MaskList.tsx';
import { TickPanel } from './TickPanel.tsx';
import './masking.css';

type Look = 'masked' | 'named';

/** The document as the forum will read it, or with its names and what stands for each; beside it, every mask with its reason. */
export function MaskingScreen({ masking }: { masking: Masking }) {
  const { document, model, masks, identities, lastEdit } = masking;
  const documentId = document.id;
  const [viewer] = useState(createViewerStore);
  const [look, setLook] = useState<Look>('masked');
  const edit = useMutation(api.masking.edit.mutationOptions());
  const undo = useMutation(api.masking.undo.mutationOptions());
  const masked = useMemo(
    () => createMaskedDocument(model, masks, createMentionFinder(identities)),
    [model, masks, identities],
  );
  const isMasked = look === 'masked';
  const drawn = useMemo(() => (isMasked ? masked.model : { ...model, pages: [] }), [isMasked, masked, model]);
  const marks = useMemo<Mark[]>(
    () =>
      masks.flatMap((mask, at): Mark[] => {
        const span = isMasked ? masked.toMasked(mask) : mask;
        if (span === null) return [];
        const place = { kind: 'spans' as const, spans: [{ block: span.block, start: span.start, end: span.end }] };
        // In the masked text the words themselves say what they stand for.
        return [{ id: `mask-${at}`, kind: 'hint', place, ...(isMasked ? {} : { label: mask.label }) }];
      }),
    [isMasked, masked, masks],
  );
  const failure = [edit, undo].find(({ isError }) => isError);

  function make(change: EditToMake): void {
    edit.mutate(
      { documentId, edit: change },
      {
        onSuccess: () => {
          clearSelection(viewer);
          window.getSelection()?.removeAllRanges();
          showToast(`${editWords(change)}.`, () => {
            undo.mutate({ documentId });
          });
        },
      },
    );
  }

  return (
    <div className="full-screen">
      <div className="full-screen__head">
        <PageHeader
          title="What the parent carer forum does not read"
          windowTitle="Masks of a plan"
          eyebrow={
            <>
              <Link href={`/plans/${masking.plan.id}`}>{masking.plan.reference}</Link>
              {' · '}
              {document.fileName}
            </>
          }
          actions={
            <Button
              size="small"
              icon={<Icon name="undo" />}
              disabled={lastEdit === null}
              title={lastEdit === null ? undefined : `Undo: ${editWords(lastEdit)}`}
              isBusy={undo.isPending}
              onClick={() => {
                undo.mutate({ documentId });
              }}
            >
              Undo
            </Button>
          }
        />
      </div>
      <div className="full-screen__panes">
        <DocumentView
          document={{ ...document, format: 'docx', pages: null }}
          model={drawn}
          fileUrl=""
          viewer={viewer}
          marks={marks}
          labels={null}
        >
          <div className="masking__looks">
            <RadioGroup
              legend={<span className="visually-hidden">Show the plan</span>}
              name="masking-look"
              choices={[
                { value: 'masked', label: 'As the forum reads it' },
                { value: 'named', label: 'With the names' },
              ]}
              value={look}
              onChange={({ target }) => {
                clearSelection(viewer);
                setLook(target.value === 'named' ? 'named' : 'masked');
              }}
            />
          </div>
          <MaskBar
            model={drawn}
            viewer={viewer}
            masks={isMasked ? marks : []}
            isBusy={edit.isPending}
            onMask={(words, as) => {
              make({ kind: 'mask', words, as });
            }}
          />
        </DocumentView>
        <section className="full-screen__pane full-screen__side" aria-label="Masks">
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
          <section className="full-screen__scroll stack" tabIndex={0} aria-label="What is masked, and why">
            {failure === undefined ? null : <Failed error={failure.error} />}
            <TickPanel masking={masking} />
            <MaskList
              blocks={model.blocks}
              masks={masks}
              isBusy={edit.isPending}
              onEdit={make}
              onShow={(place) => {
                const span = isMasked ? masked.toMasked(place) : place;
                if (span !== null) lightUp(viewer, { kind: 'spans', spans: [span] });
              }}
            />
          </section>
        </section>
      </div>
    </div>
  );
}
