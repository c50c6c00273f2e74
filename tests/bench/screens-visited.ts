import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import type { ScreensWorkspace } from './screens-workspace.ts';

/** A screen to go to. */
export interface Screen {
  name: string;
  path: string;
  /** Tabs to choose, one after the other, each measured apart. */
  tabs?: readonly string[];
  /** A button to press after them, by the words it begins with. */
  button?: string;
}

/** Whose screens are gone to, by their names. */
export const WHO = {
  lead: WORKSPACE_INPUT.person.name,
  auditor: 'Auditor 1',
  officer: 'Briar Tolland',
  manager: 'Maren Holt',
  // The only one whose name begins so.
  writer: 'Writer 9',
};

/** Every screen of the panel that has an address of its own, by who goes to it. */
export function screensOf({
  large: of,
  roundId,
  rubricDraftId,
}: ScreensWorkspace): readonly { who: string; screens: readonly Screen[] }[] {
  const round = (part: string) => ({ name: `Round: ${part}`, path: `/round/${part}` });
  return [
    {
      who: WHO.lead,
      screens: [
        { name: 'Home', path: '/' },
        ...['set-up', 'sample', 'documents', 'assign', 'progress'].map(round),
        { name: 'Plans', path: '/plans' },
        { name: 'Import a register', path: '/plans/import' },
        { name: 'Plan', path: `/plans/${of.planId}` },
        { name: 'Moderate', path: '/moderate', tabs: ['Panel day', 'Agreement', 'Calibration'] },
        { name: 'Moderate: a document', path: `/moderate/${roundId}/${of.openDocumentId}` },
        { name: 'Actions', path: '/actions', tabs: ['You said, we did', 'Re-audits'] },
        { name: 'Golden thread', path: `/thread/${of.documentId}` },
        { name: 'Golden thread across', path: `/across/${roundId}` },
        { name: 'Supervision', path: '/supervision', tabs: ['Who opened sheets'] },
        {
          name: 'Insight',
          path: '/insight',
          tabs: [
            'Measures',
            'Standards',
            'Criteria',
            'Groups',
            'Agencies and advice',
            'Adulthood',
            'Draft to final',
            'Agreement',
          ],
        },
        {
          name: 'Report',
          path: '/report',
          tabs: ['2 Words', '3 Excerpts', '4 Freeze and export'],
          button: 'Look at it',
        },
        { name: 'Families', path: '/report/families' },
        {
          name: 'For others',
          path: '/report/others',
          tabs: ['A plan’s writer', 'The board’s scorecard', 'Several half-terms', 'A region'],
        },
        { name: 'Masking', path: `/documents/${of.openDocumentId}/masking` },
        { name: 'Standards', path: '/standards', tabs: ['Versions'] },
        { name: 'Standards: a draft', path: `/standards/drafts/${rubricDraftId}` },
        { name: 'Settings', path: '/settings', tabs: ['Measures', 'People', 'The trail'] },
      ],
    },
    {
      who: WHO.auditor,
      screens: [
        { name: 'Home of an auditor', path: '/' },
        { name: 'Moderate of an auditor', path: '/moderate' },
      ],
    },
    {
      who: WHO.officer,
      screens: [
        { name: 'Health check', path: '/advice', tabs: ['Services and gaps'] },
        { name: 'Health check: a draft', path: `/advice/health/${of.draftId}` },
      ],
    },
    {
      who: WHO.manager,
      screens: [
        { name: 'Supervision: my team', path: '/supervision' },
        { name: 'Insight: my team', path: '/insight' },
      ],
    },
    { who: WHO.writer, screens: [{ name: 'Supervision: my sheet', path: '/supervision' }] },
  ];
}
