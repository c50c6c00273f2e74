import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { renderPanelPaper } from '../../../../electron/backend/reports/docx-panel.ts';
import { type PanelPaperInput } from '../../../../shared/domain/moderation/panel-paper-input.ts';
import { panelPaper } from '../../../../shared/domain/moderation/panel-papers.ts';
import { tablesOfDocx } from '../../../support/read-report.ts';
import { all, parseXml, textOf, type XmlNode } from './xml-tree.ts';

const INPUT: PanelPaperInput = {
  kind: 'agenda',
  partnership: 'Fernmoor SEND Partnership',
  period: 'Autumn 2 2026/27',
  panelDate: '2026-12-08',
  standards: 'Local quality standards, version 1.0.0',
  author: 'Ottoline Sedge',
  madeAt: '2026-12-07T14:30:00.000Z',
  members: [
    { name: 'Briar Tolland', agency: 'Health', attended: true },
    { name: 'Corin Vale', agency: 'Social care', attended: false },
    { name: 'Dilys Marsh', agency: 'Education', attended: true },
  ],
  documents: [
    {
      name: 'FM-002, final',
      state: 'open',
      submitted: 2,
      auditors: [
        { who: 'Briar Tolland (health)', grade: 'Good' },
        { who: 'Corin Vale (social care)', grade: 'Requires improvement' },
      ],
      reasons: [
        {
          text: 'Overall grades differ by one step or more.',
          detail: 'Graded Good and Requires improvement.',
        },
      ],
      criteria: [
        {
          text: 'S06.C1 Every need has an outcome',
          given: 'Briar Tolland: met; Corin Vale: not met',
          agreed: 'not met',
          why: null,
        },
      ],
      grade: 'Requires improvement',
      computedGrade: 'Requires improvement',
      override: null,
      dissents: [],
    },
    {
      name: 'FM-001, final',
      state: 'agreed',
      submitted: 2,
      auditors: [
        { who: 'Briar Tolland (health)', grade: 'Good' },
        { who: 'Dilys Marsh (education)', grade: 'Outstanding' },
      ],
      reasons: [{ text: 'Either auditor gave outstanding or inadequate.', detail: 'Outstanding was given.' }],
      criteria: [
        {
          text: 'S07.C4 Provision is worded firmly',
          given: 'Briar Tolland: partly met; Dilys Marsh: met',
          agreed: 'met',
          why: 'The timetable on page 4 names hours & who gives them <each week>.',
        },
        {
          text: 'S03.C3 Strengths are named',
          given: 'Briar Tolland: met; Dilys Marsh: partly met',
          agreed: 'partly met',
          why: null,
        },
      ],
      grade: 'Good',
      computedGrade: 'Outstanding',
      override: { reason: 'The family was not asked about the new school.' },
      dissents: [{ who: 'Dilys Marsh', text: 'Outstanding, as graded.' }],
    },
    {
      name: 'FM-003, draft',
      state: 'waiting',
      submitted: 1,
      auditors: [
        { who: 'Corin Vale (social care)', grade: null },
        { who: 'Dilys Marsh (education)', grade: null },
      ],
      reasons: [],
      criteria: [],
      grade: null,
      computedGrade: null,
      override: null,
      dissents: [],
    },
    {
      name: 'FM-004, final',
      state: 'alone',
      submitted: 1,
      auditors: [{ who: 'Corin Vale (social care)', grade: null }],
      reasons: [],
      criteria: [],
      grade: null,
      computedGrade: null,
      override: null,
      dissents: [],
    },
  ],
  actions: [
    { about: 'FM-001, final', words: 'Name the new school.', owner: 'Ada Fenn', standing: 'Due 16 December 2026' },
    { about: 'The whole system', words: 'Part H1 from H2.', owner: 'Nobody yet', standing: 'Open' },
  ],
  agreement: {
    words: 'Auditors gave the same grade on 0 of 2 plans, and were within one grade on 2.',
    kappa: null,
    disputed: [{ criterion: 'S06.C1 Every need has an outcome', different: 1, pairs: 2 }],
  },
};

describe('the panel’s papers', () => {
  test('the agenda lists what to discuss in its order, with reasons and both sides’ answers', async () => {
    const { headings, tables, text } = await read(INPUT);
    expect(headings).toEqual([
      ['Heading1', 'Plans to discuss'],
      ['Heading2', '1. FM-002, final'],
      ['Heading1', 'Plans on which auditors agree'],
      ['Heading1', 'Not ready'],
      ['Heading1', 'One auditor only'],
      ['Heading1', 'Themes and actions'],
      ['Heading1', 'Members'],
    ]);
    expect(tables[0]?.rows.slice(1)).toEqual([
      ['1', 'FM-002, final', 'Briar Tolland (health): Good; Corin Vale (social care): Requires improvement', '1', '1'],
    ]);
    expect(tables[1]?.rows[1]).toEqual(['S06.C1 Every need has an outcome', 'Briar Tolland: met; Corin Vale: not met']);
    expect(text).toContain('Overall grades differ by one step or more. Graded Good and Requires improvement.');
    // Of what is not open the agenda tells no grade.
    expect(tables.find(({ caption }) => caption.includes('not all in'))?.rows[1]).toEqual([
      'FM-003, draft',
      '1 of 2',
      'Corin Vale (social care); Dilys Marsh (education)',
    ]);
  });

  test('the minutes say who came, what was agreed and why, what was left, dissent, and what the chair moved', async () => {
    const { headings, tables, text } = await read({ ...INPUT, kind: 'minutes' });
    expect(headings.map(([, words]) => words)).toEqual([
      'Who attended',
      'What was agreed',
      'FM-001, final',
      'Not agreed yet',
      'Not moderated',
      'Actions',
      'How far auditors agreed before they talked',
    ]);
    expect(text).toContain('2 of 3 came: 1 health, 1 education.');
    expect(tables[0]?.rows[2]).toEqual(['Corin Vale', 'Social care', 'No']);
    expect(tables[1]?.rows.slice(1)).toEqual([
      ['FM-001, final', 'Briar Tolland (health): Good; Dilys Marsh (education): Outstanding', 'Outstanding', 'Good'],
    ]);
    expect(tables[2]?.rows[1]).toEqual([
      'S07.C4 Provision is worded firmly',
      'Briar Tolland: partly met; Dilys Marsh: met',
      'met',
      'The timetable on page 4 names hours & who gives them <each week>.',
    ]);
    expect(text).toContain('Not discussed, so the lower answer stands: S03.C3 Strengths are named (partly met).');
    expect(text).toContain(
      'The chair moved the grade from Outstanding to Good: The family was not asked about the new school.',
    );
    expect(text).toContain('Dissent, Dilys Marsh: Outstanding, as graded.');
    expect(text).toContain('FM-003, draft: 1 of 2 gradings submitted.');
    expect(tables.find(({ caption }) => caption.endsWith('What is to change'))?.rows.slice(1)).toEqual([
      ['FM-001, final', 'Name the new school.', 'Ada Fenn', 'Due 16 December 2026'],
      ['The whole system', 'Part H1 from H2.', 'Nobody yet', 'Open'],
    ]);
  });

  test.each(['agenda', 'minutes'] as const)(
    '%s: headers repeat, the language is British English, it is marked',
    async (kind) => {
      const { body, parts, tables } = await read({ ...INPUT, kind });
      expect(all(body, 'w:tblHeader')).toHaveLength(tables.length);
      expect(all(parseXml(parts('word/styles.xml')), 'w:lang')[0]?.attrs['w:val']).toBe('en-GB');
      expect(textOf(parseXml(parts('word/header1.xml')))).toContain('Official – sensitive');
      expect(parts('docProps/core.xml')).toContain(kind === 'agenda' ? 'Panel day: agenda' : 'Panel day: minutes');
    },
  );

  test('says so where nothing is open or agreed, and nobody sits on the round', async () => {
    const empty = {
      ...INPUT,
      members: [],
      documents: [],
      actions: [],
      agreement: { ...INPUT.agreement, disputed: [] },
    };
    expect((await read(empty)).text).toContain('No plan is open that has to be discussed.');
    const { text } = await read({ ...empty, kind: 'minutes' });
    expect(text).toContain('No members are kept for this round.');
    expect(text).toContain('Nothing was agreed yet.');
    expect(text).toContain('No action has been put down.');
  });
});

async function read(input: PanelPaperInput) {
  const bytes = await renderPanelPaper(panelPaper(input), input);
  const files = unzipSync(bytes);
  const parts = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const body = parseXml(parts('word/document.xml'));
  const headings = all(body, 'w:p').flatMap((paragraph: XmlNode) => {
    const style = all(paragraph, 'w:pStyle')[0]?.attrs['w:val'] ?? '';
    return style.startsWith('Heading') ? [[style, textOf(paragraph)]] : [];
  });
  return { body, parts, headings, tables: tablesOfDocx(bytes), text: textOf(body) };
}
