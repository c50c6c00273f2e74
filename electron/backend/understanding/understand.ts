import type {
  Block,
  DocumentModel,
  DocumentWarning,
  FoundSection,
  ReadDocument,
  Relabel,
} from '../../../shared/domain/document-model.ts';
import { UNSURE_BELOW } from '../../../shared/domain/document-model.ts';
import { applyRelabels } from './apply-relabels.ts';
import { inWholeBlocks, outcomesInWholeBlocks, withoutLead } from './cut-leads.ts';
import type { Leads } from './cut-leads.ts';
import { gatherFacts } from './facts-view.ts';
import { findAdvice } from './find-advice.ts';
import { findCoverFacts } from './find-cover-facts.ts';
import { findKeyDates } from './find-key-dates.ts';
import { findOutcomes } from './find-outcomes.ts';
import { findProvisions } from './find-provisions.ts';
import { findGuidance } from './mark-guidance.ts';
import { LABEL_ONLY } from './outcome-words.ts';
import { promoteHeaders } from './promote-headers.ts';
import { readSections } from './read-sections.ts';
import { COVER } from './section-ids.ts';

const PROVISION_SECTIONS = ['F', 'G', 'H1', 'H2'] as const;

/** Finds what a document means: sections, outcomes, provisions, advice, dates. Pure; a person's relabels always win. */
export function understand(read: ReadDocument, relabels: readonly Relabel[] = []): DocumentModel {
  const names = namesOf(read.blocks);
  const shown = promoteHeaders(read.blocks);
  const { blocks: listed, view, sections: assigned, subheadings } = readSections(shown, names);
  const guidance = findGuidance(assigned, listed);
  const blocks =
    guidance.size === 0
      ? listed
      : listed.map((block) => (guidance.has(block.id) ? asFurniture(block, 'guidance') : block));
  const told = assigned.map((section) => ({ ...section, blocks: section.blocks.filter((id) => !guidance.has(id)) }));
  const sections = applyRelabels(told, relabels, blocks);

  const byId = new Map(blocks.map((block) => [block.id, block]));
  const leads: Leads = new Map();
  const blocksOf = (id: string): Block[] => {
    const section = sections.find((each) => each.id === id);
    const heads = new Set(section?.headings);
    return (section?.blocks ?? []).flatMap((each) => {
      const block = byId.get(each);
      // "Outcome 1 (E)" within "E and F" states nothing, and labels what stands under it.
      if (block === undefined || (subheadings.has(each) && !(id === 'E' && LABEL_ONLY.test(block.text)))) return [];
      return heads.has(each) ? withoutLead(block, leads) : block;
    });
  };
  const facts = gatherFacts(view);
  const coverIds = new Set(sections.find((section) => section.id === COVER)?.blocks ?? []);
  const headings = new Set(sections.flatMap((section) => section.headings));
  const outcomes = findOutcomes(view, blocksOf('E'), headings);
  // Text that two sections share holds each provision once.
  const seen = new Set<string>();
  const fresh = (list: Block[]): Block[] => {
    const own = list.filter((block) => !seen.has(block.id));
    for (const block of own) seen.add(block.id);
    return own;
  };
  const provisions = PROVISION_SECTIONS.flatMap((id) => findProvisions(view, id, fresh(blocksOf(id)), outcomes)).map(
    (provision, index) => ({ id: `p${index + 1}`, ...provision }),
  );
  const running = read.blocks.filter(({ furniture }) => furniture === 'header' || furniture === 'footer');
  const keyDates = findKeyDates(view, facts, coverIds, running);
  return {
    ...read,
    blocks: [...blocks],
    warnings: [...read.warnings, ...sectionWarnings(sections, blocks)],
    characters: blocks.reduce((sum, block) => sum + block.text.length, 0),
    sections,
    outcomes: outcomesInWholeBlocks(outcomes, leads),
    provisions: inWholeBlocks(provisions, leads),
    advice: inWholeBlocks(findAdvice(view, blocksOf('K')), leads),
    keyDates,
    cover: findCoverFacts(facts, blocks, coverIds, keyDates),
  };
}

function asFurniture(block: Block, furniture: NonNullable<Block['furniture']>): Block {
  return { ...block, furniture };
}

/** The person's name, from the front page's label, so that "Sam's health needs" reads as "health needs". */
function namesOf(blocks: readonly Block[]): Set<string> {
  const names = new Set<string>();
  const own = blocks.filter((block) => block.furniture === undefined).slice(0, 60);
  for (const [index, block] of own.entries()) {
    const inline = /^(?:full |child's |child’s |pupil )?name\s*:\s*(.+)$/i.exec(block.text)?.[1];
    const beside = /^(?:full |child's |child’s )?name(?: of (?:child|young person|pupil).*)?:?$/i.test(block.text)
      ? own[index + 1]?.text
      : undefined;
    for (const word of (inline ?? beside ?? '').split(/\s+/).slice(0, 4))
      if (/^\p{Lu}\p{L}+/u.test(word)) addName(names, word);
  }
  return names;
}

function addName(names: Set<string>, word: string): void {
  const plain = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  names.add(plain);
  names.add(`${plain}s`);
}

function sectionWarnings(sections: readonly FoundSection[], blocks: readonly Block[]): DocumentWarning[] {
  const warnings: DocumentWarning[] = [];
  const own = sections.filter((section) => section.id !== COVER);
  if (own.length === 0 && blocks.some((block) => block.furniture === undefined)) {
    warnings.push({
      code: 'NO_SECTIONS_FOUND',
      message: 'None of the sections A to K was found; is this an EHC plan?',
    });
  }
  const unsure = own
    .filter((section) => section.confidence < UNSURE_BELOW && !section.isConfirmed)
    .map((section) => section.id);
  if (unsure.length > 0) {
    const list = unsure.join(', ');
    warnings.push({ code: 'SECTIONS_UNSURE', message: `Please look whether these sections are right: ${list}.` });
  }
  return warnings;
}
