import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { builtInRubric } from '../../shared/domain/rubric/built-in-rubric.ts';
import { checkAccessibility } from '../support/accessibility.ts';
import { expect, test } from '../support/journey.ts';
import { httpClient, startLocalHost } from '../support/local-host.ts';
import { WORKSPACE_INPUT } from '../support/workspace-input.ts';
import { DRAFT, FINAL } from './dylan.ts';
import { AuditScreen } from './pages/audit.ts';
import { Entrance } from './pages/entrance.ts';
import { goTo } from './pages/frame.ts';
import { Keyboard } from './pages/keyboard.ts';

const CRITERION = 'S04.C3';
/** They stand in Section G of both versions, the draft a PDF and the final a Word document. */
const VAGUE_WORDS = 'as needed';
/** Asks what changed between two versions of a plan. */
const CHANGES_CRITERION = 'S13.C1';
const CHANGED_WORDS = 'A work placement in the college kitchen.';
/** How many hints there are besides is the rules' own matter. */
const NONE_DISMISSED = /^\d+ hints?$/;
const ONE_DISMISSED = /^(\d+ hints?, 1 dismissed|1 dismissed hint)$/;
const REASON = 'The amount stands before it: once a year.';

test('a hint points at its words, never answers, and stays dismissed for the plan until it is taken back', async ({
  application,
  page,
}) => {
  const audits = await prepareVersions(application.dataFolder);
  await page.reload();
  const entrance = new Entrance(page);
  await entrance.chooseWorkspace();
  await entrance.unlock();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const audit = new AuditScreen(page, builtInRubric());
  const card = audit.criterion(CRITERION);
  const keyboard = new Keyboard(page);

  await openCriterion(page, audit, audits.draft);
  await expect(hintsButton(card)).toHaveText(NONE_DISMISSED);
  await keyboard.press('i');
  await expect(hintsButton(card)).toBeFocused();
  const vague = hints(card).getByRole('listitem').filter({ hasText: 'Vague words' });
  await expect(vague).toContainText('Rule: These words leave room for doubt.');
  await expect(vague).toContainText('Source: L v Clarke');
  await expect(card.getByText('Hints point; people judge.')).toBeVisible();

  await keyboard.use(vague.getByRole('button', { name: `${VAGUE_WORDS} Section G` }));
  await expectLitInPdf(page, audit);

  const marks = audit.plan.text.locator('.pdf-mark--hint');
  await expect(marks).not.toHaveCount(0);
  await expect(audit.plan.text.getByText(`Vague words, “${VAGUE_WORDS}”`)).toBeAttached();
  await keyboard.press('h');
  await expect(marks).toHaveCount(0);
  await keyboard.press('h');
  await expect(marks).not.toHaveCount(0);

  await keyboard.use(vague.getByRole('button', { name: 'Use as evidence' }));
  await expect(audit.evidenceOf(CRITERION).getByText(VAGUE_WORDS)).toBeVisible();
  await expect(vague.getByRole('button', { name: 'In the evidence' })).toBeFocused();
  await audit.expectSaved();
  await expect(card.getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(audit.gradeSoFar).toContainText('No answers yet');

  await keyboard.use(vague.getByRole('button', { name: 'Dismiss…' }));
  await expect(vague.getByLabel('Why it does not hold')).toBeFocused();
  await keyboard.press('Enter');
  await expect(vague.getByText('Say why, in a few words.')).toBeVisible();
  await keyboard.press('Escape');
  await expect(vague).toBeFocused();
  await checkAccessibility(page, 'hints of a criterion');
  await keyboard.use(vague.getByRole('button', { name: 'Dismiss…' }));
  await expect(vague.getByLabel('Why it does not hold')).toBeFocused();
  await keyboard.type(REASON);
  await keyboard.press('Enter');
  await expect(hintsButton(card)).toHaveText(ONE_DISMISSED);
  await expect(hintsButton(card)).toBeFocused();
  await expect(vague).toHaveCount(0);

  await page.reload();
  await openCriterion(page, audit, audits.draft);
  await expect(hintsButton(card)).toHaveText(ONE_DISMISSED);

  await openCriterion(page, audit, audits.final);
  await expect(hintsButton(card)).toHaveText(ONE_DISMISSED);
  await hintsButton(card).click();
  await card.getByText('Dismissed (1)').click();
  const aside = card.getByRole('list', { name: `Dismissed hints beside ${CRITERION}` }).getByRole('listitem');
  await expect(aside).toContainText(REASON);
  await checkAccessibility(page, 'a dismissed hint');
  await aside.getByRole('button', { name: 'Take back' }).click();
  await expect(hintsButton(card)).toHaveText(NONE_DISMISSED);
  await vague.getByRole('button', { name: `${VAGUE_WORDS} Section G` }).click();
  await expect.poll(() => litInWord(page)).toEqual([VAGUE_WORDS]);

  await openCriterion(page, audit, audits.final, CHANGES_CRITERION);
  const changes = audit.criterion(CHANGES_CRITERION);
  const changed = hints(changes, CHANGES_CRITERION).getByRole('listitem').filter({ hasText: 'What changed' });
  await changed.filter({ hasText: CHANGED_WORDS }).locator('.hint__quote').click();
  await expect.poll(async () => (await litInWord(page)).join(' ')).toContain(CHANGED_WORDS);

  await openCriterion(page, audit, audits.draft);
  await expect(hintsButton(card)).toHaveText(NONE_DISMISSED);
});

test('Help says what each kind of hint means', async ({ page }) => {
  await new Entrance(page).setUp();
  await goTo(page, 'Help');
  await expect(page.getByRole('heading', { name: 'What each hint means' })).toBeVisible();
  await expect(page.getByRole('term').filter({ hasText: 'Vague words' })).toBeVisible();
  await checkAccessibility(page, 'help with hints');
});

/** A workspace with a plan's draft and final, an audit begun on each, made by a host that has ended. */
async function prepareVersions(dataFolder: string): Promise<{ draft: string; final: string }> {
  const host = await startLocalHost(dataFolder);
  const client = await httpClient(host.entryUrl);
  await client.workspaces.create(WORKSPACE_INPUT);
  const { id: roundId } = await client.rounds.current();
  const draft = await load(DRAFT);
  await client.documents.file({
    documentId: draft,
    stage: 'draft',
    issuedOn: null,
    plan: {
      kind: 'new',
      fields: {
        reference: 'FM-004',
        initials: 'DC',
        name: null,
        dateOfBirth: null,
        planType: 'amended',
        ncYear: 12,
        setting: null,
        primaryNeed: null,
        locality: null,
      },
    },
  });
  const [filed] = await client.plans.queue();
  if (filed === undefined) throw new Error('The plan was not filed.');
  const final = await load(FINAL);
  await client.documents.file({
    documentId: final,
    stage: 'final',
    issuedOn: null,
    plan: { kind: 'existing', planId: filed.plan.id },
  });
  const audits = {
    draft: (await client.audits.open({ documentId: draft, roundId })).id,
    final: (await client.audits.open({ documentId: final, roundId })).id,
  };
  await host.stop();
  return audits;

  async function load({ file, name }: { file: string; name: string }): Promise<string> {
    for await (const event of await client.documents.import({ file: new File([readFileSync(file)], name) })) {
      if (event.kind === 'done') return event.document.id;
    }
    throw new Error(`${name} was not read.`);
  }
}

async function openCriterion(
  page: Page,
  audit: AuditScreen,
  auditId: string,
  criterionId: string = CRITERION,
): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/audits/${auditId}`);
  await expect(page).toHaveURL(new RegExp(`#/audits/${auditId}$`));
  const standard = criterionId.split('.')[0] ?? '';
  await audit.openStandard(standard);
  await audit.choose(criterionId);
}

function hintsButton(card: Locator): Locator {
  return card.getByRole('button', { name: /^\d+ (hints?|dismissed hints?)/ });
}

function hints(card: Locator, criterionId: string = CRITERION): Locator {
  return card.getByRole('list', { name: `Hints beside ${criterionId}` });
}

/** What is lit on the page lies over the words that the hint quotes, and over no more than them. */
async function expectLitInPdf(page: Page, audit: AuditScreen): Promise<void> {
  const lit = page.locator('.pdf-mark--lit');
  await expect(lit).toHaveCount(1);
  await expect
    .poll(async () => {
      const words = await audit.plan.measure(VAGUE_WORDS);
      const box = await lit.boundingBox();
      if (words === null || box === null) return 'not in sight';
      const middle = words.y + words.height / 2;
      const isOnLine = box.y < middle && middle < box.y + box.height;
      const letter = words.width / VAGUE_WORDS.length;
      const isOverWords =
        Math.abs(box.x - words.x) < letter && Math.abs(box.x + box.width - words.x - words.width) < letter;
      return isOnLine && isOverWords ? 'over the words' : JSON.stringify({ words, box });
    })
    .toBe('over the words');
}

/** What is lit in a Word document, whose words are highlighted without elements of their own. */
function litInWord(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('mark-lit') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
  );
}
