import type { Block } from '../../../shared/domain/document-model.ts';
import { readMark } from './read-mark.ts';
import type { Mark } from './read-mark.ts';

const LEAD_MAX_CHARACTERS = 120;
/** "**F – Special educational provision** (Part 3 of the former statement)" is a heading to its end; a sentence is not. */
const ASIDE = /^\s*[([][^()[\]]{3,80}(?<![.!?])[)\]][.:]?\s*$/;

/** "**Section C.** Her health needs are …": words set bold at the front of a paragraph head it. */
export function readLead(block: Block, names: ReadonlySet<string>): Mark | null {
  const { text, runs } = block;
  if (block.kind === 'heading' || runs[0]?.bold !== true) return null;
  const end = runs.find((run) => run.bold !== true && /[\p{L}\p{N}]/u.test(text.slice(run.start, run.end)))?.start;
  if (end === undefined || end > LEAD_MAX_CHARACTERS || end > 0.8 * text.length) return null;
  const lead = text.slice(0, end).replace(/^(?:in|under|this is)\s+(?=sections?\b|parts?\b)/i, '');
  const plain = lead.trim().replace(/[.,;]$/, '');
  const mark = readMark(plain, names) ?? readMark(plain.replace(/^((?:section|part)s?\s+\S+)\s/i, '$1: '), names);
  return mark === null || mark.form === 'title' ? null : { ...mark, isRunIn: !ASIDE.test(text.slice(end)) };
}
