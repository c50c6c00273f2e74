import type { KeyDateId } from '../../../shared/domain/document-model.ts';
import type { Stage } from '../../../shared/contract/plans.ts';
import { cell, text, type Cell, type ParagraphNode } from '../layout.ts';
import { printDate, type DateStyle } from '../printed-dates.ts';
import type { PlanContent } from '../plan-content.ts';

/** The words of one template's front page. */
export interface FrontPageWords {
  readonly dateStyle: DateStyle;
  readonly status: Readonly<Record<Stage, string>>;
  readonly name: string;
  readonly address: string;
  readonly parents: string;
  readonly setting: string;
  readonly year: string;
  readonly reference: string;
  readonly statusLabel: string;
  readonly writtenBy: string;
  readonly signedOffBy: string;
  /** In the order in which they are printed. */
  readonly dates: readonly (readonly [KeyDateId, string])[];
}

/** The front page's rows, label and value; a date that the plan lacks is left out, save that of a final still to come. */
export function frontPageRows(content: PlanContent, stage: Stage, words: FrontPageWords): [string, string][] {
  const { child, dates } = content;
  const rows: [string, string][] = [
    [words.name, child.name],
    [words.reference, content.reference],
    [words.statusLabel, words.status[stage]],
    [words.address, child.address],
    [words.parents, child.parents],
    [words.year, child.yearGroup],
    [words.setting, content.setting],
  ];
  for (const [id, label] of words.dates) {
    const iso = dates[id];
    if (iso !== undefined) rows.push([label, printDate(iso, words.dateStyle)]);
    else if (id === 'finalIssued' && stage.endsWith('draft')) rows.push([label, 'To be confirmed']);
  }
  rows.push([words.writtenBy, content.writtenBy]);
  if (content.signedOffBy !== null) rows.push([words.signedOffBy, content.signedOffBy]);
  return rows;
}

export function labelledRows(rows: readonly (readonly [string, string])[]): Cell[][] {
  return rows.map(([label, value]) => [
    cell(text(null, 'extra', label, { bold: true }), { fill: 'tint' }),
    cell(text(null, 'extra', value)),
  ]);
}

/** What changed since the last plan, for the front of an amended one; empty for a plan that says nothing of it. */
export function changeList(content: PlanContent, title: string): ParagraphNode[] {
  if (content.changes.length === 0) return [];
  return [
    text(null, 'extra', title, { bold: true }),
    ...content.changes.map((change) => text(null, 'extra', change, { marker: '•' })),
  ];
}
