import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { RubricDraft, StoredRubric } from '../../../shared/contract/rubrics.ts';
import { rubricDifferences } from '../../../shared/domain/rubric/rubric-differences.ts';
import { rubricFaults } from '../../../shared/domain/rubric/rubric-faults.ts';
import { Failed } from '../../api/Asked.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { DraftParts } from './DraftParts.tsx';
import { criterionOf, type DraftDesk, DraftDeskContext, errorIn, partOf } from './draft-places.ts';
import { EffectPart } from './EffectPart.tsx';
import { FaultList } from './FaultList.tsx';
import { PublishPart } from './PublishPart.tsx';
import { useDraft } from './use-draft.ts';

/** A draft in hand: what is wrong with it, its parts, what it changes, what that would mean, and publishing it. */
export function DraftScreen({ draft, base }: { draft: RubricDraft; base: StoredRubric }) {
  const editing = useDraft(draft);
  const { content, change, undo, redo, canUndo, canRedo, status, saveError, keep } = editing;
  const [tab, setTab] = useState('edit');
  const [part, setPart] = useState('about');
  const [openCriterion, setOpenCriterion] = useState<string | null>(null);
  const [target, setTarget] = useState<{ place: string } | null>(null);
  const reached = useRef<{ place: string } | null>(null);
  const rubric = useDeferredValue(content.rubric);
  const faults = useMemo(() => rubricFaults(rubric), [rubric]);
  const differences = useMemo(() => rubricDifferences(base.rubric, rubric), [base, rubric]);

  // After every drawing, until it is there: a field that was asked for may come with a part that is drawn later.
  useEffect(() => {
    if (target === null || reached.current === target) return;
    const field = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(target.place)}"]`);
    if (field === null) return;
    reached.current = target;
    field.focus();
    field.scrollIntoView({ block: 'center' });
  });

  const desk: DraftDesk = {
    content,
    change,
    errorAt: (place) => errorIn(faults, place),
    openCriterion,
    setOpenCriterion,
    goTo: (place) => {
      setTarget({ place });
      setTab('edit');
      // A criterion that was added a moment ago is not in these standards yet; its standard is in sight already.
      const holder = partOf(content.rubric, place);
      const criterion = criterionOf(place);
      if (criterion !== null) setOpenCriterion(criterion);
      if (criterion === null || holder !== 'about') setPart(holder);
    },
  };

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (key !== 'z' && !isRedo) return;
    event.preventDefault();
    if (isRedo) redo();
    else undo();
  }

  return (
    <DraftDeskContext value={desk}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- undo and redo by key, wherever the focus is */}
      <div onKeyDown={onKeyDown}>
        <PageHeader title={`Draft: ${rubric.title === '' ? 'unnamed standards' : rubric.title}`}>
          <p>
            Version {rubric.version}, from version {base.rubric.version}. Nobody grades by it before it is published.
          </p>
        </PageHeader>
        <div className="draft-bar row row--apart">
          <SaveState status={status} />
          <div className="row">
            <Button size="small" icon={<Icon name="undo" />} onClick={undo} aria-disabled={!canUndo}>
              Undo
            </Button>
            <Button size="small" onClick={redo} aria-disabled={!canRedo}>
              Redo
            </Button>
            <DiscardDraft draftId={draft.id} />
          </div>
        </div>
        {saveError === null ? null : <Failed error={saveError} />}
        <FaultList faults={faults} />
        <Tabs
          label="The draft"
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'edit', label: 'Write' },
            { id: 'differences', label: `What changes (${differences.length})` },
            { id: 'effect', label: 'Effect on past gradings' },
            { id: 'publish', label: 'Publish' },
          ]}
        >
          {tab === 'edit' ? <DraftParts part={part} setPart={setPart} faults={faults} /> : null}
          {tab === 'differences' ? (
            <DifferenceList differences={differences} from={base.rubric.version} to={rubric.version} />
          ) : null}
          {tab === 'effect' ? <EffectPart draftId={draft.id} keep={keep} hasFaults={faults.length > 0} /> : null}
          {tab === 'publish' ? (
            <PublishPart draftId={draft.id} keep={keep} faults={faults} differences={differences} base={base} />
          ) : null}
        </Tabs>
      </div>
    </DraftDeskContext>
  );
}
