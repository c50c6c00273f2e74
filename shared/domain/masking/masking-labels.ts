import type { Block } from '../document-model.ts';
import type { MaskKind } from './masking.ts';

/** What a form says beside a label, and what the label makes of it. */
export interface LabelledText {
  kind: MaskKind;
  label: string;
  text: string;
}

const LABELS: readonly { kind: MaskKind; pattern: RegExp }[] = [
  { kind: 'date_of_birth', pattern: /\b(?:date of birth|d\.?\s?o\.?\s?b\b\.?|birth ?date|born)/iu },
  { kind: 'email', pattern: /\be-?mail\b/iu },
  { kind: 'phone', pattern: /\b(?:tel(?:ephone)?|phone|mobile|contact (?:no|number|details))\b/iu },
  { kind: 'number', pattern: /\b(?:NHS|UPN|ULN|unique pupil|pupil) ?(?:no|number)?\b/iu },
  { kind: 'address', pattern: /\b(?:home )?address\b|\blives at\b/iu },
  {
    kind: 'school',
    pattern:
      /^(?:the |my |current |present |previous |proposed |name of |name and address of |name and type of |of |early years |education(?:al)? )*(?:school|nursery|college|setting|placement|pre-?school|academy|educated at|provider|institution)(?:s|\(s\))?(?:(?: or |\/| ?\/ ?)(?:school|nursery|college|setting|placement|provider))*(?: attended| name| placement| setting| or other institution)?$/iu,
  },
  { kind: 'sibling', pattern: /\b(?:siblings?|brothers?|sisters?)\b/iu },
  {
    kind: 'parent',
    pattern:
      /\b(?:parents?|carers?|mother|father|mum|dad|guardians?|parental responsibility|step-?(?:mother|father|parent))\b/iu,
  },
  {
    kind: 'professional',
    pattern:
      /\b(?:senco|sendco|psychologist|therapist|paediatrician|social worker|g\.?p\.?|doctor|nurse|teacher|officer|co-?ordinator|caseworker|author|written by|completed by|prepared by|provided by|advice from|report(?:ed)? by|signed(?: by)?|signature|on behalf of|key ?worker|lead professional|professional|physiotherapist|dietitian|audiologist|manager|headteacher|who gave|from whom|contributor)\b/iu,
  },
  {
    kind: 'child',
    pattern:
      /^(?:(?:child|young person|pupil|student|learner)(?:[’']?s)?(?: or young person(?:[’']?s)?)?|full|legal|first|given|family|middle|preferred|known)?\s*(?:full |first |given |preferred |legal |family )?(?:name(?:s|\(s\))?|surname|forenames?|known as)(?: of (?:the )?(?:child|young person|pupil|student)(?: or young person)?)?$|^(?:child|young person|pupil|student)(?:(?: or |\/| ?\/ ?)(?:young person|child))?$|^(?:i like to be called|preferred name|likes to be called|known as|also known as)$/iu,
  },
];

/** Longer words are text, not a label. */
const LONGEST_LABEL = 60;
/** A value longer than this is text, where only its first words answer the label. */
const LONGEST_VALUE = 160;

function kindOf(label: string): MaskKind | null {
  const plain = label
    .replaceAll(/[:?*.…]+$/gu, '')
    .replaceAll(/\(.*?\)/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (plain === '' || plain.length > LONGEST_LABEL) return null;
  return LABELS.find(({ pattern }) => pattern.test(plain))?.kind ?? null;
}

/**
 * What stands beside, below or after a label: cells of a form's row, columns under a heading, "Label: value" lines, and
 * a value in the line below its label.
 */
export function labelledTexts(all: readonly Block[]): LabelledText[] {
  const blocks = all.filter(({ furniture }) => furniture !== 'contents' && furniture !== 'guidance');
  const found: LabelledText[] = [];
  const take = (label: string, kind: MaskKind | null, text: string): void => {
    if (kind !== null && text.trim() !== '')
      found.push({ kind, label: label.trim(), text: text.slice(0, LONGEST_VALUE) });
  };
  for (const [at, block] of blocks.entries()) {
    for (const line of block.text.split('\n')) {
      const parts = /^([^:\n]{2,60}):\s*(.+)$/u.exec(line);
      if (parts) take(parts[1] ?? '', kindOf(parts[1] ?? ''), parts[2] ?? '');
    }
    const next = blocks[at + 1];
    if (block.cell === undefined && next?.cell === undefined && next !== undefined && isShortLabel(block.text)) {
      const kind = kindOf(block.text);
      if (
        next.kind !== 'heading' &&
        next.text.length <= LONGEST_LABEL &&
        !/[.!?]$/u.test(next.text) &&
        kindOf(next.text) === null
      )
        take(block.text, kind, next.text);
    }
  }
  const tables = Map.groupBy(
    blocks.filter(({ cell }) => cell !== undefined),
    ({ cell }) => cell?.table ?? '',
  );
  for (const cells of tables.values()) takeTable(cells, take);
  return found;
}

/** Heads of columns in lists of people and of what they wrote. */
const HEAD_WORDS =
  /^[^.!?]{0,50}\b(?:role|profession|title|agency|service|designation|relationship|organisation|report|advice|dates?|type|reference|ref|position|job|source|status|no|number|when|who|what|how|by whom|frequency|appendix|details|contribution|age|needs?|outcome|provision)\b[^.!?]{0,50}$/iu;

function isShortLabel(text: string): boolean {
  return text.length <= LONGEST_LABEL && text.split(/\s+/u).length <= 6;
}

function takeTable(cells: readonly Block[], take: (label: string, kind: MaskKind | null, text: string) => void): void {
  const rows = Map.groupBy(cells, ({ cell }) => cell?.row ?? 0);
  const firstRow = Math.min(...rows.keys());
  const heads = new Map((rows.get(firstRow) ?? []).map(({ cell, text }) => [cell?.column ?? 0, text]));
  const titles = [...heads.values()].filter((text) => text.trim() !== '');
  const isList =
    titles.length > 1 && rows.size > 1 && titles.every((text) => kindOf(text) !== null || HEAD_WORDS.test(text));
  const headKinds = new Map([...heads].map(([column, text]) => [column, kindOf(text)]));
  // "Name" over a list of who advised names those, not the child.
  const isPeopleList = isList && titles.some((text) => HEAD_WORDS.test(text));
  for (const [row, inRow] of rows) {
    const byColumn = Map.groupBy(inRow, ({ cell }) => cell?.column ?? 0);
    const columns = [...byColumn.keys()].toSorted((a, b) => a - b);
    for (const [index, column] of columns.entries()) {
      const text = (byColumn.get(column) ?? []).map((block) => block.text).join('\n');
      const nextColumn = columns[index + 1];
      if (nextColumn !== undefined && isShortLabel(text)) {
        const value = (byColumn.get(nextColumn) ?? []).map((block) => block.text).join('\n');
        if (!(isList && row === firstRow && kindOf(value) !== null)) take(text, kindOf(text), value);
      }
      if (isList && row > firstRow) {
        const kind = headKinds.get(column) ?? null;
        const relation = isPeopleList && kind === 'child' ? relationIn(inRow) : kind;
        take(heads.get(column) ?? '', relation, text);
      }
    }
  }
}

/** Whose name a row of a list of people holds, by what else the row says. */
function relationIn(row: readonly Block[]): MaskKind {
  const text = row.map((block) => block.text).join(' | ');
  if (/(?:^|\|)\s*(?:child|young person|pupil)\s*(?:\||$)/iu.test(text)) return 'child';
  if (/\b(?:parents?|mother|father|mum|dad|carers?|famil(?:y|ies))\b/iu.test(text)) return 'parent';
  if (/\b(?:brother|sister|sibling)s?\b/iu.test(text)) return 'sibling';
  return 'professional';
}
