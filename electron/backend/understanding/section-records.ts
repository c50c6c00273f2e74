import type { Block } from '../../../shared/domain/document-model.ts';
import { isStrong } from './plan-view.ts';
import type { PlanView } from './plan-view.ts';
import { readMark } from './read-mark.ts';
import type { Mark } from './read-mark.ts';
import { isSectionId } from './section-ids.ts';
import type { Weighed } from './weigh-candidates.ts';

/**
 * Records that say in one of their fields to which section they belong, as case systems print them inside an outcome:
 * "Provision ID: 20870 / Type: F – Special educational provision / Description: … / Delivered by: …". Every field of such a
 * record is its section's, those before the telling one too.
 */
interface Field {
  label: string;
  value: string;
  blocks: Block[];
  /** Label and value stand in two cells of a row. */
  isRow: boolean;
  /** Fields of one flow, cell or table stand together. */
  container: string;
  /** Index of the first block in the plan's text. */
  at: number;
}

const TELLING_LABEL =
  /^(?:(?:type|kind|category|section|part|plan section|ehcp? section|section of (?:the )?plan|relates? to section)(?: of (?:provision|support|need|help))?|(?:provision|support|need|help) (?:type|section|category))$/i;
/** In a table's row such a label files what follows, however it is set. */
const FILES_PROVISION = /\b(?:type|kind|category) of\b|\b(?:provision|support) (?:type|category)$/i;
/** "F (education)", "Health (G)", "SEP – Section F". */
const PROVISION_LETTER = /^(F|G|H[12])(?=[\s:–—(-]|$)|(?:[([](?:[Ss]ection )?|[Ss]ection )(F|G|H[12])[)\]]?$/;
const LABEL_MAX_CHARACTERS = 40;
const SURE = 0.95;

/** What each block's record says; blocks that stand in no such record are not in it. */
export function findSectionRecords(view: PlanView, names: ReadonlySet<string>): Map<string, Weighed> {
  const fields = readFields(view);
  const tags = fields.flatMap((field, index) => {
    // A line set as a heading opens its section for all that follows.
    const isHeading = field.blocks.every(isStrong) && !(field.isRow && FILES_PROVISION.test(field.label));
    const mark = isHeading ? null : tellingMark(field, names);
    return mark === null ? [] : [{ index, mark }];
  });
  const before = fieldsBefore(
    fields,
    tags.map((tag) => tag.index),
  );
  const runs = tags.map(({ index }, order) =>
    fieldsAfter(fields, index, (tags[order + 1]?.index ?? Infinity) - before),
  );
  const endsRecord = otherLabels(fields, runs);
  const told = new Map<string, Weighed>();
  for (const [order, { index, mark }] of tags.entries()) {
    const tag = fields[index];
    if (tag === undefined) continue;
    const by: Weighed = {
      mark,
      place: 'record',
      isOther: false,
      blocks: tag.blocks,
      at: tag.at,
      score: SURE,
      evidence: [`its field “${tag.label}” says so`],
    };
    const run = runs[order] ?? [];
    const end = run.findIndex((field) => endsRecord(field.label));
    const own = [...fields.slice(index - before, index + 1), ...(end === -1 ? run : run.slice(0, end))];
    for (const field of own) for (const block of field.blocks) told.set(block.id, by);
  }
  return told;
}

/** "Type: F – Special educational provision": the value names a section by letter. */
function tellingMark({ label, value }: Field, names: ReadonlySet<string>): Mark | null {
  if (!TELLING_LABEL.test(label) || value.length > 120) return null;
  const letter = FILES_PROVISION.test(label) ? PROVISION_LETTER.exec(value) : null;
  const said = letter?.[1] ?? letter?.[2];
  if (said !== undefined && isSectionId(said))
    return { form: 'tagged', sections: [said], title: value, titleScore: 0.5, isRunIn: false };
  const mark = readMark(value, names);
  if (mark === null || mark.form === 'title' || mark.isRunIn) return null;
  return mark.title === '' || mark.titleScore >= 0.5 ? mark : null;
}

const BEFORE_MAX = 4;

/**
 * How many fields of a record stand before the one that tells: as many as have the same labels in all records, and are
 * not what the last record ends with.
 */
function fieldsBefore(fields: readonly Field[], tags: readonly number[]): number {
  const behindLast = new Set(fieldsAfter(fields, tags.at(-1) ?? -1, Infinity).map((field) => field.label));
  let count = 0;
  while (tags.length > 1 && count < BEFORE_MAX) {
    const labels = tags.map((tag) => {
      const before = fields[tag - count - 1];
      return before !== undefined && isTogether(fields, tag - count - 1, tag) ? before.label : null;
    });
    const [first] = labels;
    const isShared = labels.every((label) => label === null || label === first);
    if (typeof first !== 'string' || behindLast.has(first) || !isShared) break;
    count += 1;
  }
  return count;
}

/** The fields that follow a telling one without a break, up to the next record. */
function fieldsAfter(fields: readonly Field[], index: number, end: number): Field[] {
  const run: Field[] = [];
  for (let at = index + 1; at < Math.min(end, fields.length); at += 1) {
    const field = fields[at];
    if (field === undefined || !isTogether(fields, at - 1, at)) break;
    run.push(field);
  }
  return run;
}

/** Labels of other records, where nothing but their order parts them: seldom behind a telling field, and elsewhere too. */
function otherLabels(fields: readonly Field[], runs: readonly Field[][]): (label: string) => boolean {
  const inRuns = new Set(runs.flat());
  const elsewhere = new Set(fields.filter((field) => !inRuns.has(field)).map((field) => field.label));
  const behind = new Map<string, number>();
  for (const run of runs)
    for (const label of new Set(run.map((field) => field.label))) behind.set(label, (behind.get(label) ?? 0) + 1);
  return (label) => elsewhere.has(label) && (behind.get(label) ?? 0) < 0.5 * runs.length;
}

/** Nothing stands between two fields but fields, in one place. */
function isTogether(fields: readonly Field[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const [field, next] = [fields[at], fields[at + 1]];
    if (field === undefined || next === undefined || field.container !== next.container) return false;
    if (next.at !== field.at + field.blocks.length) return false;
  }
  return true;
}

function readFields(view: PlanView): Field[] {
  const fields: Field[] = [];
  for (const [at, block] of view.blocks.entries()) {
    const { cell } = block;
    const table = cell && view.tables.get(cell.table);
    const row = table?.rowAt.get(cell?.row ?? -1);
    const [first, second, third] = row?.cells ?? [];
    if (table !== undefined && first !== undefined && second !== undefined) {
      if (third !== undefined || first.blocks[0] !== block || first.text.length > LABEL_MAX_CHARACTERS) continue;
      const blocks = [...first.blocks, ...second.blocks];
      fields.push({ label: tidy(first.text), value: second.text, blocks, isRow: true, container: table.id, at });
      continue;
    }
    const [, label, value] = /^([^:.!?]{2,40}?)\s*:\s+(.+)$/s.exec(block.text) ?? [];
    if (label === undefined || value === undefined) continue;
    const container = cell === undefined ? '' : `${cell.table}/${cell.row}/${cell.column}`;
    fields.push({ label: tidy(label), value, blocks: [block], isRow: false, container, at });
  }
  return fields;
}

function tidy(label: string): string {
  return label.trim().replace(/\s*:$/, '').toLowerCase();
}
