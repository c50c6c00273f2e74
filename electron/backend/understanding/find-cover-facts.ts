import type { Block, DocumentModel } from '../../../shared/domain/document-model.ts';
import type { Fact } from './facts-view.ts';

type CoverFacts = DocumentModel['cover'];

const NAME =
  /^(?:(?:full |legal )?names?(?: of (?:the )?(?:child|young person|pupil)(?: or young person)?)?|(?:child|young person|pupil|my)(?:'s|’s)?(?: or young person(?:'s|’s)?)?(?: full)? name|child(?: or|\/) ?young person|this (?:is the )?plan (?:is )?for)$/i;
const REFERENCE =
  /\b(?:ref(?:erence)?(?: (?:no|number))?|(?:case|pupil|plan|ehcp?|person|id) (?:no|number|id|ref(?:erence)?)|upn|case id)\b/i;
const SETTING =
  /^(?:(?:name of|current|present|named) )*(?:education(?:al)? )?(?:school|setting|college|nursery|placement)(?:(?: or |\/)(?:setting|college|other setting|school))?(?: attended| name| at the time .*)?$|^where i (?:learn|go to school)$/i;
const YEAR = /\b(?:nc ?)?year(?: ?group)?\b|\bnational curriculum\b/i;
const AUTHORITY =
  /\b(?:[A-Z][\p{L}'’-]+(?: (?:and|upon|on|of|the|&|[A-Z][\p{L}'’-]+)){0,5} )?(?:(?:County|City|Borough|District|Metropolitan|Unitary|Metropolitan Borough|Metropolitan District|London Borough|Local) )*(?:Council|Authority)\b/u;

/** What the front page says of the person and the document; null where it does not say. */
export function findCoverFacts(
  facts: readonly Fact[],
  blocks: readonly Block[],
  coverBlocks: ReadonlySet<string>,
  keyDates: DocumentModel['keyDates'],
): CoverFacts {
  const own = facts.filter((fact) => coverBlocks.has(fact.block.id));
  const cover = blocks.filter(
    (block) => coverBlocks.has(block.id) || block.furniture === 'header' || block.furniture === 'footer',
  );
  const setting = valueOf(own, SETTING);
  return {
    name: nameOf(own) ?? null,
    authority: findAuthority(own, cover),
    reference: valueOf(own, REFERENCE),
    setting: setting === null ? null : setting.replace(/\s*\((?:nc )?(?:year|reception|nursery).*?\)\s*$/i, ''),
    ncYear: findYear(own, cover),
    stage: findStage(cover) ?? stageByDates(keyDates),
  };
}

function nameOf(facts: readonly Fact[]): string | null {
  const name = valueOf(facts, NAME);
  return name !== null && name.length <= 80 ? name : null;
}

function valueOf(facts: readonly Fact[], label: RegExp): string | null {
  const fact = facts.find((each) => label.test(each.label) && each.value.length <= 160);
  return fact?.value ?? null;
}

function findAuthority(facts: readonly Fact[], cover: readonly Block[]): string | null {
  const labelled = valueOf(facts, /^(?:local )?authority$|^council$/i);
  if (labelled !== null) return labelled;
  for (const block of cover) {
    if (block.text.length > 160) continue;
    const text = block.text === block.text.toUpperCase() ? capitalise(block.text) : block.text;
    const found = AUTHORITY.exec(text)?.[0];
    if (found !== undefined && found.includes(' ')) return found;
  }
  return null;
}

function capitalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/\b(Of|And|The|Upon|On)\b/g, (word) => word.toLowerCase());
}

function findYear(facts: readonly Fact[], cover: readonly Block[]): number | null {
  const labelled = facts.find((fact) => YEAR.test(fact.label))?.value;
  const texts = [
    ...(labelled === undefined ? [] : [`Year ${labelled}`, labelled]),
    ...cover.map((block) => block.text),
  ];
  for (const text of texts) {
    const year = readYear(text);
    if (year !== null) return year;
  }
  return null;
}

function readYear(text: string): number | null {
  const found = /\b(?:NC ?)?Y(?:ea)?r?(?: group)?\s*:?\s*(\d{1,2})\b(?!\s*(?:old|months))/i.exec(text);
  if (found !== null && Number(found[1]) >= 1 && Number(found[1]) <= 14) return Number(found[1]);
  if (/\breception\b|\byear r\b/i.test(text)) return 0;
  if (/\bnursery 1\b/i.test(text)) return -2;
  return /\bnursery(?: 2)?\b(?! (?:school|nurse))/i.test(text) ? -1 : null;
}

function findStage(cover: readonly Block[]): CoverFacts['stage'] {
  const texts = cover.filter((block) => block.text.length <= 160).map((block) => shown(block));
  const ticked = texts.map((text) => tickedPart(text)).find((part) => part !== null);
  if (ticked !== undefined && ticked !== null) return stageOf(ticked);
  // Headings, headers and watermarks name the stage; labels of dates ("Draft plan", "Final plan") name both.
  const loud = cover.filter((block) => block.furniture !== undefined || block.kind === 'heading');
  for (const block of loud) {
    const stage = stageOf(block.text);
    if (stage !== null) return stage;
  }
  for (const text of texts) {
    const found = /\b(?:status|version|stage|type of plan|plan type)\b\s*:?\s*(.*)/i.exec(text)?.[1];
    const stage = found === undefined ? null : stageOf(found);
    if (stage !== null) return stage;
  }
  return null;
}

/** A plan with its final date filled in is final; one with a draft date alone is a draft. */
function stageByDates(keyDates: DocumentModel['keyDates']): CoverFacts['stage'] {
  const isAmended = keyDates.reviewMeeting !== undefined;
  if (keyDates.finalIssued !== undefined) return isAmended ? 'amended_final' : 'final';
  if (keyDates.draftIssued !== undefined) return isAmended ? 'amended_draft' : 'draft';
  return null;
}

function shown(block: Block): string {
  return block.marker === undefined ? block.text : `${block.marker} ${block.text}`;
}

/** "☐ draft ☒ final": what follows the ticked box. */
function tickedPart(text: string): string | null {
  if (!/[☐☒☑✓✔✗]/u.test(text)) return null;
  return /[☒☑✓✔✗]\s*([^☐☒☑✓✔✗]{2,40})/u.exec(text)?.[1] ?? null;
}

function stageOf(text: string): CoverFacts['stage'] {
  const plain = text.toLowerCase();
  const isAmended = /\bamended\b|\bamendment\b/.test(plain);
  if (/\b(?:draft|proposed)\b/.test(plain))
    return /\bfinal\b/.test(plain) ? null : isAmended ? 'amended_draft' : 'draft';
  if (/\bfinal\b/.test(plain)) return isAmended ? 'amended_final' : 'final';
  return null;
}
