import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Insight } from '../../../shared/contract/insight.ts';
import { INSIGHT_PARTS } from '../../../shared/domain/insight/insight-blocks.ts';
import { Asked } from '../../api/Asked.tsx';
import { api } from '../../api/client.ts';
import { useHasRole } from '../../api/open-workspace.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { InsightBlocks } from './InsightBlocks.tsx';
import { InsightFilters } from './InsightFilters.tsx';
import { type InsightView, useInsightView } from './insight-view.ts';
import { countedLine, heldBackLine, PART_WORDS, whoseLine } from './insight-words.ts';
import { type BehindWhat, PlansBehindDialog } from './PlansBehindDialog.tsx';
import './insight.css';

/** The report's figures as they stand now: each chart with its table, and the plans behind each row. */
export function InsightPage() {
  const mayLook = useHasRole('qa_lead', 'chair', 'locality_manager', 'board_reader');
  const [view, setView] = useInsightView();
  const figures = useQuery(
    api.insight.figures.queryOptions({ input: view, enabled: mayLook, placeholderData: keepPreviousData }),
  );
  if (!mayLook) {
    return (
      <div className="page">
        <PageHeader title="Insight" />
        <EmptyState title="Insight is for the QA lead, the chair, managers and the board">
          <p>Home shows how the round stands. Who holds which role stands in Settings.</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page stack">
      <PageHeader title="Insight">
        <p>
          {figures.data?.view === 'published'
            ? 'The figures of publishable reports, as they were frozen.'
            : 'The report’s figures as they stand now, of plans that all who were asked have graded.'}
        </p>
      </PageHeader>
      <Asked query={figures} loading="Counting the gradings">
        {(insight) => <Figures insight={insight} view={view} onView={setView} />}
      </Asked>
    </div>
  );
}

function Figures({
  insight,
  view,
  onView,
}: {
  insight: Insight;
  view: InsightView;
  onView: (view: InsightView) => void;
}) {
  const [behind, setBehind] = useState<BehindWhat | null>(null);
  if (insight.choices.halfTerms.length === 0) return <NothingYet insight={insight} />;
  const whose = whoseLine(insight);
  const heldBack = heldBackLine(insight);
  return (
    <>
      <InsightFilters
        insight={insight}
        given={view.filter}
        onChange={(filter) => {
          onView({ ...view, filter });
        }}
      />
      <div className="stack-tight">
        <p aria-live="polite" className="strong">
          {countedLine(insight)}
        </p>
        {whose === null ? null : <p className="soft">{whose}</p>}
        {heldBack === null ? null : <p className="soft">{heldBack}</p>}
        {insight.notes.map((note) => (
          <Notice key={note} tone="info" title={note} />
        ))}
      </div>
      <Tabs
        label="What is counted"
        tabs={insight.parts.map((id) => ({ id, label: PART_WORDS[id] }))}
        selected={view.part}
        onSelect={(id) => {
          const part = INSIGHT_PARTS.find((known) => known === id);
          if (part !== undefined) onView({ ...view, part });
        }}
      >
        {insight.blocks.length === 0 ? (
          <p className="soft">There is nothing to show here for what was chosen.</p>
        ) : (
          <InsightBlocks
            insight={insight}
            onRow={(what) => {
              setBehind({ ...what, filter: insight.filter, part: insight.part });
            }}
          />
        )}
      </Tabs>
      <PlansBehindDialog
        what={behind}
        onClose={() => {
          setBehind(null);
        }}
      />
    </>
  );
}

function NothingYet({ insight }: { insight: Insight }) {
  const heldBack = heldBackLine(insight);
  const whose = whoseLine(insight);
  return (
    <EmptyState title={insight.view === 'published' ? 'Nothing has been published yet' : 'No figures yet'}>
      <p>
        {insight.view === 'published'
          ? 'The board sees what publishable reports show. Once one is frozen, its figures stand here.'
          : 'Plans are counted once all who were asked have graded them. The first that is stands here at once.'}
      </p>
      {whose === null ? null : <p>{whose}</p>}
      {heldBack === null ? null : <p>{heldBack}</p>}
    </EmptyState>
  );
}
