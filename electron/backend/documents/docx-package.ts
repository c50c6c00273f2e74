import { unzipSync, strFromU8 } from 'fflate';
import { DocumentError } from './document-errors.ts';
import { elements, parseXml } from './xml-nodes.ts';
import type { XmlNode } from './xml-nodes.ts';

/** Parts that can hold text or its look; pictures, macros and fonts are never unpacked. Each is unpacked when asked for. */
const WANTED = /\.(xml|rels)$/i;
const UNWANTED =
  /(^|\/)(docProps|customXml|theme|glossary|media|embeddings|stylesWithEffects\.xml|webSettings\.xml|fontTable\.xml)/i;
const MAX_ENTRIES = 10_000;
/** Whole package, unpacked: twenty times the largest real plan seen. */
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;
const MAX_PART_BYTES = 150 * 1024 * 1024;

const WORD_MAIN_TYPE =
  /wordprocessingml\.(document|template)\.main\+xml|ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml|ms-word\.template\.macroEnabledTemplate\.main\+xml/i;
/** Types that say nothing; the part itself must tell. */
const GENERIC_TYPE = /^(application|text)\/(xml|octet-stream)$/i;
/** The root of a document, transitional or strict. */
const WORD_ROOT = /<(?:[\w.-]+:)?document\s[^>]*(?:wordprocessingml\/2006\/main|ooxml\/wordprocessingml\/main)/;
const ROOT_WITHIN_CHARACTERS = 20_000;

export interface DocxPackage {
  /** The main document part, for example "word/document.xml". */
  mainPart: string;
  /** A part's XML; undefined where the package has no such part. Throws DAMAGED_FILE or TOO_LARGE. */
  read(part: string): XmlNode | undefined;
  /** Parts that the main part relates to, by the last word of the relationship type ("header", "comments" …). */
  related(kind: string): string[];
  /** The part that the main part knows by this relationship id. */
  partOf(id: string): string | undefined;
}

type ReadText = (part: string) => string | undefined;

/**
 * Opens a Word file (docx, docm, dotx, dotm). Names inside are only looked up, never written to disk.
 * Throws DAMAGED_FILE, UNSUPPORTED_FORMAT (another kind of zip) or TOO_LARGE (a zip bomb).
 */
export function openDocxPackage(bytes: Uint8Array): DocxPackage {
  const entries = listEntries(bytes);
  const readText = (part: string): string | undefined => {
    const entry = entries.get(part.toLowerCase());
    return entry === undefined ? undefined : decodeXml(unpack(bytes, entry));
  };
  const mainPart = findMainPart(readText, (part) => entries.has(part.toLowerCase()));
  const relationships = readRelationships(mainPart, readText);
  return {
    mainPart,
    read: (part) => {
      const text = readText(part);
      return text === undefined ? undefined : parseXml(text);
    },
    related: (kind) => relationships.filter((each) => each.kind === kind).map((each) => each.target),
    partOf: (id) => relationships.find((each) => each.id === id)?.target,
  };
}

/** Names of the entries that may be asked for, by their names in small letters. */
function listEntries(bytes: Uint8Array): Map<string, string> {
  const entries = new Map<string, string>();
  let count = 0;
  let unpacked = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    count += 1;
    if (count > MAX_ENTRIES)
      throw new DocumentError('TOO_LARGE', 'The file holds far more parts than a Word document has.');
    if (/^encryptedpackage$/i.test(name)) throw new DocumentError('PASSWORD_NEEDED');
    // Some packers write the separators of Windows.
    const part = name.replaceAll('\\', '/').toLowerCase();
    if (!WANTED.test(part) || UNWANTED.test(part)) return false;
    unpacked += originalSize;
    if (unpacked > MAX_UNPACKED_BYTES || originalSize > MAX_PART_BYTES) {
      throw new DocumentError('TOO_LARGE', 'The file unpacks to far more than a plan could hold.');
    }
    entries.set(part, name);
    return false;
  };
  unzip(bytes, filter);
  if (count === 0) throw new DocumentError('DAMAGED_FILE');
  return entries;
}

function unpack(bytes: Uint8Array, entry: string): Uint8Array {
  const data = unzip(bytes, ({ name }) => name === entry)[entry];
  if (data === undefined) throw new DocumentError('DAMAGED_FILE');
  return data;
}

function unzip(
  bytes: Uint8Array,
  filter: (file: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError('DAMAGED_FILE');
  }
}

/** The main part by its type or, where that is given for all XML or not at all, by the package's own relationships. */
function findMainPart(read: ReadText, has: (part: string) => boolean): string {
  const types = read('[Content_Types].xml');
  if (types === undefined) throw new DocumentError('UNSUPPORTED_FORMAT');
  const { typeOf, mainParts } = readTypes(types);
  const [only, ...others] = mainParts;
  if (only !== undefined && others.length === 0) return only;
  const root = readRelationships('', read).find(({ kind, target }) => kind === 'officeDocument' && has(target));
  if (root === undefined) {
    if (only === undefined) throw new DocumentError('UNSUPPORTED_FORMAT');
    return only;
  }
  const type = typeOf(root.target);
  const isWord =
    type === undefined || GENERIC_TYPE.test(type)
      ? WORD_ROOT.test(read(root.target)?.slice(0, ROOT_WITHIN_CHARACTERS) ?? '')
      : WORD_MAIN_TYPE.test(type);
  if (!isWord) throw new DocumentError('UNSUPPORTED_FORMAT');
  return root.target;
}

/** Types are given part by part, or for all names with one ending (ECMA-376 part 2, 7.2.3). */
function readTypes(xml: string): { typeOf: (part: string) => string | undefined; mainParts: string[] } {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  const mainParts: string[] = [];
  for (const { attributes } of elements(parseXml(xml))) {
    const { ContentType: type, PartName: name, Extension: extension } = attributes;
    if (type === undefined) continue;
    if (extension !== undefined) defaults.set(extension.toLowerCase(), type);
    if (name === undefined) continue;
    const part = name.replace(/^\//, '');
    overrides.set(part.toLowerCase(), type);
    if (WORD_MAIN_TYPE.test(type)) mainParts.push(part);
  }
  return {
    typeOf: (part) =>
      overrides.get(part.toLowerCase()) ?? defaults.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase()),
    mainParts,
  };
}

interface Relationship {
  id: string;
  kind: string;
  target: string;
}

/** What a part relates to; the package itself is the part without a name. */
function readRelationships(part: string, read: ReadText): Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = read(`${folder}_rels/${part.slice(slash)}.rels`);
  if (xml === undefined) return [];
  const found: Relationship[] = [];
  for (const each of elements(parseXml(xml))) {
    const { Id: id = '', Type: type, Target: target, TargetMode: mode } = each.attributes;
    if (type === undefined || target === undefined || mode === 'External') continue;
    const path = target.startsWith('/') ? target.slice(1) : resolve(folder, target);
    found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target: path });
  }
  return found;
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

function decodeXml(data: Uint8Array): string {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder('utf-16le').decode(data);
  if (data[0] === 0xfe && data[1] === 0xff) return new TextDecoder('utf-16be').decode(data);
  return strFromU8(data);
}
