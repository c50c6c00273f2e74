import type { IPageMarginAttributes, IPageSizeAttributes, IStylesOptions } from 'docx';

/** The look of the Word report. Lengths in twentieths of a point (DXA), sizes in half points, as Word keeps them. */

/** A4 with margins of two centimetres at the sides, a little less above and below. */
export const PAGE: { size: IPageSizeAttributes; margin: IPageMarginAttributes } = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1049, bottom: 992, left: 1134, right: 1134, header: 482, footer: 454 },
};

export const TEXT_WIDTH = 11_906 - 2 * 1134;

/** A little narrower than the text, so that two measures share a page. Word counts 1440 DXA and 96 pixels to the inch. */
export const CHART_WIDTH_PIXELS = Math.floor((TEXT_WIDTH / 1440) * 96 * 0.9);

export const BULLETS = 'report-bullets';
/** After each item: less than what parts paragraphs, so that a list reads as one; and after the last. */
export const BULLET_SPACING = 30;
export const AFTER_BULLETS = 80;

export const LANGUAGE = { value: 'en-GB' };

export const COLOURS = {
  ink: '1B2330',
  softInk: '474F5D',
  line: 'A8A294',
  gold: 'A87708',
  headerGround: '20344F',
  headerInk: 'FFFFFF',
  zebra: 'F5F3ED',
  totals: 'E9E5DA',
};

/** On every machine that opens a board paper; officers paste from it into committee templates. */
const FONT = 'Arial';

export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: COLOURS.ink, language: LANGUAGE },
      paragraph: { spacing: { after: 100, line: 254, lineRule: 'auto' } },
    },
    title: {
      run: { font: FONT, size: 40, bold: true, color: COLOURS.ink },
      paragraph: { spacing: { before: 0, after: 60 }, keepNext: true },
    },
    heading1: {
      run: { font: FONT, size: 30, bold: true, color: COLOURS.ink },
      paragraph: { spacing: { before: 240, after: 90 }, keepNext: true, keepLines: true, outlineLevel: 0 },
    },
    heading2: {
      run: { font: FONT, size: 24, bold: true, color: COLOURS.headerGround },
      paragraph: { spacing: { before: 150, after: 50 }, keepNext: true, keepLines: true, outlineLevel: 1 },
    },
    caption: {
      run: { font: FONT, size: 20, bold: true, italics: false, color: COLOURS.softInk },
      paragraph: { spacing: { before: 100, after: 60 }, keepNext: true, keepLines: true },
    },
    hyperlink: { run: { color: '1D4E80', underline: { type: 'single' } } },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { font: FONT, size: 25, color: COLOURS.softInk },
      paragraph: {
        spacing: { after: 140 },
        border: { bottom: { style: 'single', size: 18, color: COLOURS.gold, space: 5 } },
      },
    },
    {
      id: 'TableNote',
      name: 'Table Note',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: FONT, size: 17, color: COLOURS.softInk },
      paragraph: { spacing: { before: 40, after: 120, line: 240, lineRule: 'auto' } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: FONT, size: 20 },
      paragraph: { spacing: { before: 6, after: 6, line: 240, lineRule: 'auto' } },
    },
  ],
};
