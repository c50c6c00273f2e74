import { expect, test } from 'vitest';
import { type PaperDocument, type PanelPaperInput } from '../../../../../shared/domain/moderation/panel-paper-input.ts';
import { panelPaper } from '../../../../../shared/domain/moderation/panel-papers.ts';

const REASONS = [
  { text: 'The grades are two steps apart.', detail: 'Graded Good and Inadequate.' },
  { text: 'A limiting judgement is answered differently.', detail: '' },
];

const DOCUMENT: PaperDocument = {
  name: 'FM-001, final',
  state: 'agreed',
  submitted: 2,
  auditors: [],
  reasons: REASONS,
  criteria: [],
  grade: 'Requires improvement',
  computedGrade: 'Requires improvement',
  override: null,
  dissents: [],
};

function blocksOf(kind: PanelPaperInput['kind'], document: Partial<PaperDocument>) {
  return panelPaper({
    kind,
    partnership: 'Fernmoor SEND Partnership',
    period: 'Autumn 2 2026/27',
    panelDate: '2026-12-08',
    standards: 'EHCP quality standards, version 1.0.0',
    author: 'Ottoline Sedge',
    madeAt: '2026-12-08T15:00:00.000Z',
    members: [],
    documents: [{ ...DOCUMENT, ...document }],
    actions: [],
    agreement: { words: 'Not measured.', kappa: null, disputed: [] },
  }).blocks;
}

const BULLETS = {
  kind: 'bullets',
  items: [
    'The grades are two steps apart. Graded Good and Inadequate.',
    'A limiting judgement is answered differently.',
  ],
};

test('each reason why a plan is discussed is a line of its own, on the agenda as in the minutes', () => {
  expect(blocksOf('agenda', { state: 'open' })).toContainEqual(BULLETS);
  const minutes = blocksOf('minutes', {});
  const at = minutes.findIndex((block) => block.kind === 'paragraph' && block.text === 'Discussed because:');
  expect(minutes[at + 1]).toEqual(BULLETS);
  expect(JSON.stringify(blocksOf('minutes', { reasons: [] }))).not.toContain('Discussed because');
});
