import { unzipSync, strFromU8 } from 'fflate';
import { DocumentError } from './document-errors.ts';
import { elements, parseXml } from './xml-nodes.ts';

/** Parts of a Word file that hold text or its look; everything else (pictures, macros, fonts) is never unpacked. */
const WANTED = /\.(xml|rels)$/i;
const UNWANTED =
  /(^|\/)(docProps|customXml|theme|glossary|media|embeddings|stylesWithEffects\.xml|webSettings\.xml|fontTable\.xml)/i;
const MAX_ENTRIES = 10_000;
/** Whole package, unpacked: twenty times the largest real plan seen. */
const MAX_UNPACKED_BYTES = 400 * 1024 * 1024;
const MAX_PART_BYTES = 150 * 1024 * 1024;

const WORD_MAIN_TYPE =
  /wordprocessingml\.(document|template)\.main\+xml|ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml|ms-word\.template\.macroEnabledTemplate\.main\+xml/i;

export interface DocxPackage {
  /** The main document part, for example "word/document.xml". */
  mainPart: string;
  /** A part's XML as text; undefined where the package has no such part. */
  read(part: string): string | undefined;
  /** Parts that the main part relates to, by the last word of the relationship type ("header", "comments" …). */
  related(kind: string): string[];
  /** Relationship id → part name, of the main part. */
  targets: Map<string, string>;
}

/**
 * Opens a Word file (docx, docm, dotx, dotm). Names inside are only looked up, never written to disk.
 * Throws DAMAGED_FILE, UNSUPPORTED_FORMAT (another kind of zip) or TOO_LARGE (a zip bomb).
 */
export function openDocxPackage(bytes: Uint8Array): DocxPackage {
  const { parts, entries } = unzip(bytes);
  const types = parts.get('[content_types].xml');
  if (types === undefined) throw new DocumentError(entries === 0 ? 'DAMAGED_FILE' : 'UNSUPPORTED_FORMAT');
  const mainPart = findMainPart(strFromU8(types));
  const main = mainPart === null ? undefined : parts.get(mainPart.toLowerCase());
  if (mainPart === null) throw new DocumentError('UNSUPPORTED_FORMAT');
  if (main === undefined) throw new DocumentError('DAMAGED_FILE');
  const read = (part: string): string | undefined => {
    const found = parts.get(part.toLowerCase());
    return found === undefined ? undefined : decodeXml(found);
  };
  const relationships = readRelationships(mainPart, read);
  return {
    mainPart,
    read,
    related: (kind) => relationships.filter((each) => each.kind === kind).map((each) => each.target),
    targets: new Map(relationships.map((each) => [each.id, each.target])),
  };
}

function unzip(bytes: Uint8Array): { parts: Map<string, Uint8Array>; entries: number } {
  let entries = 0;
  let unpacked = 0;
  let isEncrypted = false;
  const filter = (file: { name: string; originalSize: number; compression: number }): boolean => {
    entries += 1;
    if (entries > MAX_ENTRIES)
      throw new DocumentError('TOO_LARGE', 'The file holds far more parts than a Word document has.');
    if (/^encryptedpackage$/i.test(file.name)) isEncrypted = true;
    if (!WANTED.test(file.name) || UNWANTED.test(file.name)) return false;
    unpacked += file.originalSize;
    if (unpacked > MAX_UNPACKED_BYTES || file.originalSize > MAX_PART_BYTES) {
      throw new DocumentError('TOO_LARGE', 'The file unpacks to far more than a plan could hold.');
    }
    return true;
  };
  try {
    const parts = new Map<string, Uint8Array>();
    for (const [name, data] of Object.entries(unzipSync(bytes, { filter }))) parts.set(name.toLowerCase(), data);
    if (isEncrypted) throw new DocumentError('PASSWORD_NEEDED');
    return { parts, entries };
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError('DAMAGED_FILE');
  }
}

function findMainPart(contentTypes: string): string | null {
  for (const each of elements(parseXml(contentTypes))) {
    const type = each.attributes['ContentType'];
    const name = each.attributes['PartName'];
    if (type !== undefined && name !== undefined && WORD_MAIN_TYPE.test(type)) return name.replace(/^\//, '');
  }
  return null;
}

interface Relationship {
  id: string;
  kind: string;
  target: string;
}

function readRelationships(mainPart: string, read: (part: string) => string | undefined): Relationship[] {
  const slash = mainPart.lastIndexOf('/') + 1;
  const xml = read(`${mainPart.slice(0, slash)}_rels/${mainPart.slice(slash)}.rels`);
  if (xml === undefined) return [];
  const found: Relationship[] = [];
  for (const each of elements(parseXml(xml))) {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = each.attributes;
    if (id === undefined || type === undefined || target === undefined || mode === 'External') continue;
    const path = target.startsWith('/') ? target.slice(1) : resolve(mainPart.slice(0, slash), target);
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
