import { expect, type Locator, type Page } from '@playwright/test';
import type { PlanFacts, Response, Rubric } from '../../../shared/domain/rubric/rubric.ts';
import { responseLabel } from '../../../shared/domain/rubric/rubric-words.ts';
import { DocumentPane } from './document-pane.ts';

/** The plan and the standards on one screen. */
export class AuditScreen {
  readonly page: Page;
  readonly plan: DocumentPane;
  readonly standards: Locator;
  readonly gradeSoFar: Locator;
  readonly saveState: Locator;
  readonly #rubric: Rubric;

  constructor(page: Page, rubric: Rubric) {
    this.page = page;
    this.#rubric = rubric;
    this.plan = new DocumentPane(page);
    this.standards = page.getByRole('region', { name: 'Standards', exact: true });
    this.gradeSoFar = page.getByRole('region', { name: 'Grade so far' });
    this.saveState = page.getByRole('status').filter({ hasText: /^(Saving…|Saved|Not saved)/ });
  }

  /** One criterion, whether it is in hand or not. */
  criterion(id: string): Locator {
    return this.standards.getByRole('group', { name: new RegExp(`^${id.replace('.', '\\.')} `) });
  }

  async openStandard(id: string): Promise<void> {
    await this.standards.getByRole('button', { name: 'All', exact: true }).click();
    const title = this.#rubric.standards.find((standard) => standard.id === id);
    await this.standards.getByRole('button', { name: new RegExp(`^${escaped(title?.shortTitle ?? id)}`) }).click();
    await expect(this.standards.getByRole('heading', { level: 2, name: title?.title ?? id })).toBeVisible();
  }

  /** Presses an answer: 'Met', 'Partly met' … as the standards word it. */
  async answer(criterionId: string, response: Response): Promise<void> {
    const label = responseLabel(this.#rubric, criterionId, response);
    const radio = this.criterion(criterionId).getByRole('radio', { name: new RegExp(`^${label}`) });
    await radio.check();
    await expect(radio).toBeChecked();
  }

  /** Puts a criterion in hand, so that its comment and its evidence are in sight. */
  async choose(criterionId: string): Promise<void> {
    const card = this.criterion(criterionId);
    await card.getByRole('heading').click();
    await expect(card).toHaveAttribute('aria-current', 'true');
  }

  async comment(criterionId: string, words: string): Promise<void> {
    await this.choose(criterionId);
    await this.criterion(criterionId).getByLabel('Comment').fill(words);
  }

  /** Says in which sections the words were searched and not found. */
  async tickAbsent(criterionId: string, section: string): Promise<void> {
    await this.choose(criterionId);
    await this.criterion(criterionId)
      .getByRole('checkbox', { name: new RegExp(`^${section === 'cover' ? 'Front page' : section} :`) })
      .check();
  }

  /** Selects words in the plan with the mouse and takes them as evidence. */
  async quote(criterionId: string, words: string): Promise<void> {
    await this.choose(criterionId);
    await this.plan.selectWords(words);
    await this.page.getByRole('button', { name: `Add as evidence for ${criterionId}` }).click();
    await expect(this.evidenceOf(criterionId).getByText(words)).toBeVisible();
  }

  evidenceOf(criterionId: string): Locator {
    return this.criterion(criterionId).getByRole('list', { name: 'Evidence' });
  }

  async expectSaved(): Promise<void> {
    await expect(this.saveState).toHaveText(/^Saved /);
  }

  /** What the screen knows of the plan, as it would be used for grading. */
  async readFacts(): Promise<PlanFacts> {
    return this.inFacts(() => this.factsInSight());
  }

  /** The same, where its dialog is open already. */
  async factsInSight(): Promise<PlanFacts> {
    const dialog = this.page.getByRole('dialog', { name: 'What is known of the plan' });
    const facts: PlanFacts = {};
    for (const { id, label, type } of this.#rubric.planFacts) {
      const value = await dialog.getByLabel(label, { exact: true }).inputValue();
      facts[id] = value === '' ? null : valueOf(type, value);
    }
    return facts;
  }

  /** Supplies what is not known of the plan. */
  async supplyFacts(facts: Readonly<Record<string, boolean>>): Promise<void> {
    await this.inFacts(async (dialog) => {
      for (const [id, value] of Object.entries(facts)) {
        const label = this.#rubric.planFacts.find((fact) => fact.id === id)?.label ?? id;
        await dialog.getByLabel(label, { exact: true }).selectOption(value ? 'Yes' : 'No');
        await expect(dialog.getByText('Supplied by you').first()).toBeVisible();
      }
    });
  }

  async inFacts<Found>(deed: (dialog: Locator) => Promise<Found>): Promise<Found> {
    await this.page.getByRole('button', { name: 'Facts', exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: 'What is known of the plan' });
    const found = await deed(dialog);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    return found;
  }

  /** The reasons for the grade, as listed under 'Why'. */
  async readReasons(): Promise<string[]> {
    await this.gradeSoFar.getByRole('button', { name: 'Why', exact: true }).click();
    const reasons = this.page.getByRole('region', { name: 'Why this grade' });
    const texts = await reasons.getByRole('listitem').locator('> span:first-child').allInnerTexts();
    await this.gradeSoFar.getByRole('button', { name: 'Hide why' }).click();
    return texts;
  }

  readonly submitDialog = (): Locator => this.page.getByRole('dialog', { name: 'Submit this audit' });
}

function valueOf(type: Rubric['planFacts'][number]['type'], value: string): string | number | boolean {
  if (type === 'boolean') return value === 'true';
  return type === 'integer' ? Number(value) : value;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
