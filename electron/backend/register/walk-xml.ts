import { SaxesParser } from 'saxes';
import { SheetError } from './sheet-file.ts';

/** Deeper nesting than any workbook has. */
const MAX_DEPTH = 100;

export interface XmlHandlers {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/**
 * Walks XML as it is read, without keeping it: a register is a million cells. Names come without their prefix, since a
 * workbook may call its namespaces as it likes. Entities other than XML's own five are refused. Throws SheetError.
 */
export function walkXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', () => {
    throw new SheetError('DAMAGED');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new SheetError('DAMAGED');
    const attributes: Record<string, string> = tag.attributes;
    open?.(local(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    close?.(local(tag.name));
  });
  if (text) parser.on('text', text);
  parser.write(xml.startsWith('\uFEFF') ? xml.slice(1) : xml).close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
