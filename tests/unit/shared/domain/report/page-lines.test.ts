import { describe, expect, test } from 'vitest';
import { LINES_OF_PAGE, linesOnPage } from '../../../../../shared/domain/report/parts/page-lines.ts';
import { reportOn, variedPlans } from './report-fixture.ts';
import { inputOf } from './report-input.ts';

const WORDS = 'Say in every report how often, for how long and by whom, so that the plan can say it too. '.repeat(3);

/** The summary's blocks where so many actions are open for services. */
function summaryWith(open: number, words = new Map<string, string>()) {
  const [action] = inputOf([]).actions;
  if (action === undefined) throw new Error('There is no action.');
  const each = { ...action, level: 'service' as const, service: 'Therapy', state: 'open' as const, isReAudit: false };
  const actions = Array.from({ length: open }, () => ({ ...each, words: WORDS }));
  const [summary] = reportOn(variedPlans(), { actions, words }).parts;
  const blocks = summary?.blocks ?? [];
  const items = blocks.flatMap((block) =>
    block.kind === 'sentences' && block.id === 'board' ? block.items.filter((item) => item.startsWith('Therapy')) : [],
  );
  return { blocks, items };
}

describe('the summary’s page', () => {
  test('counts what is printed, and nothing that is data alone', () => {
    const { blocks } = summaryWith(0);
    const printed = blocks.filter((block) => !(block.kind === 'counts' && block.isDataAlone === true));
    expect(printed.length).toBeLessThan(blocks.length);
    expect(linesOnPage(blocks)).toBe(linesOnPage(printed));
    expect(linesOnPage(blocks.slice(1))).toBeLessThan(linesOnPage(blocks));
  });

  test('names three actions in two lines where there is room', () => {
    const { blocks, items } = summaryWith(5);
    expect(items).toHaveLength(3);
    for (const item of items) expect(item).toMatch(/so that the plan can say it too.* …$/);
    expect(linesOnPage(blocks)).toBeLessThanOrEqual(LINES_OF_PAGE);
  });

  test('says less of actions where a person’s own words take the room, and says how many are left', () => {
    const own = 'The panel thanks all who took part. '.repeat(60);
    const { blocks, items } = summaryWith(5, new Map([['summary', own]]));
    expect(items.length).toBeLessThan(3);
    for (const item of items) expect(item.length).toBeLessThan(100);
    const said = blocks.flatMap((block) => (block.kind === 'sentences' ? block.items : [])).join(' ');
    expect(said).toContain(`${5 - items.length} further open actions`);
  });
});
