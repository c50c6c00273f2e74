import type { Template } from '../kit.ts';
import { letterColumn } from './letter-column.ts';
import { wordsOnly } from './words-only.ts';
import { perOutcome } from './per-outcome.ts';
import { frontColumns } from './front-columns.ts';
import { cellHeadings } from './cell-headings.ts';
import { numberedParagraphs } from './numbered-paragraphs.ts';
import { portal } from './portal.ts';
import { shortLetters } from './short-letters.ts';
import { numberedParts } from './numbered-parts.ts';
import { threeColumns } from './three-columns.ts';
import { boxes } from './boxes.ts';
import { sentences } from './sentences.ts';
import { questions } from './questions.ts';
import { mergedSide } from './merged-side.ts';
import { chapters } from './chapters.ts';
import { plainTags } from './plain-tags.ts';
import { subLetters } from './sub-letters.ts';
import { needsProvision } from './needs-provision.ts';
import { wideTable } from './wide-table.ts';
import { plainNumbers } from './plain-numbers.ts';
import { sectionTable } from './section-table.ts';
import { grid } from './grid.ts';
import { narrative } from './narrative.ts';
import { nested } from './nested.ts';
import { aspirations } from './aspirations.ts';
import { introducedLists } from './introduced-lists.ts';
import { lettersInCircles } from './letters-in-circles.ts';
import { outcomeSpans } from './outcome-spans.ts';

export type TemplateSet = 'first' | 'second' | 'third' | 'fourth';

/**
 * The templates in the order in which they were written, eight and then four at a time. Each set was read blind, and its figures noted,
 * before anything was mended for it.
 */
export const TEMPLATE_SETS: Readonly<Record<TemplateSet, readonly Template[]>> = {
  first: [letterColumn, wordsOnly, perOutcome, frontColumns, cellHeadings, numberedParagraphs, portal, shortLetters],
  second: [numberedParts, threeColumns, boxes, sentences, questions, mergedSide, chapters, plainTags],
  third: [subLetters, needsProvision, wideTable, plainNumbers, sectionTable, grid, narrative, nested],
  fourth: [aspirations, introducedLists, outcomeSpans, lettersInCircles],
};
