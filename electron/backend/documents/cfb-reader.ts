import { DocumentError } from './document-errors.ts';

/** The streams that stand directly in the root of a compound file, by name. */
export interface CompoundFile {
  has(name: string): boolean;
  /** A stream's bytes; undefined where there is none of that name. Throws DAMAGED_FILE. */
  read(name: string): Buffer | undefined;
}

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const MINI_SECTOR_BYTES = 64;
/** Sector numbers above this are marks: end of chain, free, part of a table (MS-CFB 2.1). */
const MAX_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const HEADER_TABLE_SLOTS = 109;
const STREAM = 2;
const ROOT = 5;

/**
 * Reads the directory of a compound file (MS-CFB; version 3 and 4), the container of encrypted and of old Office files.
 * Every number in it may be a lie: chains are followed no longer than the file has sectors, and nothing is set aside
 * for a size that the file cannot hold. Throws DAMAGED_FILE.
 */
export function readCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < HEADER_BYTES) throw damaged();
  const shift = file.readUInt16LE(0x1e);
  if (shift !== 9 && shift !== 12) throw damaged();
  const sectorBytes = 2 ** shift;
  const sectors = Math.floor(file.length / sectorBytes);
  const sector = (at: number): Buffer => {
    const start = (at + 1) * sectorBytes;
    if (at >= sectors || start >= file.length) throw damaged();
    return file.subarray(start, start + sectorBytes);
  };
  const table = readTable(file, sector, { sectors, sectorBytes });
  const chain = (start: number, limit: number): Buffer => followChain(start, limit, table, sector);
  const entries = readEntries(chain(file.readUInt32LE(0x30), file.length));
  const root = entries[0];
  if (root?.type !== ROOT) throw damaged();
  const streams = gatherStreams(entries, root);
  const smallBelow = file.readUInt32LE(0x38);

  const small = (start: number, size: number): Buffer => {
    const miniTable = toNumbers(chain(file.readUInt32LE(0x3c), file.length));
    const container = chain(root.start, file.length);
    return followChain(start, size, miniTable, (at) => {
      const from = at * MINI_SECTOR_BYTES;
      if (from >= container.length) throw damaged();
      return container.subarray(from, from + MINI_SECTOR_BYTES);
    });
  };
  return {
    has: (name) => streams.has(name),
    read(name) {
      const entry = streams.get(name);
      if (entry === undefined) return undefined;
      if (entry.size > file.length) throw damaged();
      const content = entry.size < smallBelow ? small(entry.start, entry.size) : chain(entry.start, entry.size);
      if (content.length < entry.size) throw damaged();
      return content.subarray(0, entry.size);
    },
  };
}

/** The sector allocation table: for each sector the next one of its chain. Its own sectors are listed in the header. */
function readTable(
  file: Buffer,
  sector: (at: number) => Buffer,
  { sectors, sectorBytes }: { sectors: number; sectorBytes: number },
): number[] {
  const places = toNumbers(file.subarray(0x4c, 0x4c + HEADER_TABLE_SLOTS * 4));
  const most = Math.ceil((sectors * 4) / sectorBytes) + HEADER_TABLE_SLOTS;
  let more = file.readUInt32LE(0x44);
  for (let step = 0; more < MAX_SECTOR; step += 1) {
    if (step > sectors) throw damaged();
    const list = toNumbers(sector(more));
    places.push(...list.slice(0, -1));
    more = list.at(-1) ?? NO_ENTRY;
    if (places.length > most + sectorBytes) throw damaged();
  }
  return places.filter((at) => at < MAX_SECTOR).flatMap((at) => toNumbers(sector(at)));
}

function followChain(start: number, limit: number, table: readonly number[], sector: (at: number) => Buffer): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (let at = start; at < MAX_SECTOR && length < limit; at = table[at] ?? NO_ENTRY) {
    // A chain longer than the table goes round in a circle.
    if (parts.length > table.length) throw damaged();
    const part = sector(at);
    parts.push(part);
    length += part.length;
  }
  return Buffer.concat(parts);
}

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const entry = directory.subarray(at, at + ENTRY_BYTES);
    const nameBytes = Math.min(64, Math.max(0, entry.readUInt16LE(0x40) - 2));
    entries.push({
      name: entry.toString('utf16le', 0, nameBytes),
      type: entry.readUInt8(0x42),
      left: entry.readUInt32LE(0x44),
      right: entry.readUInt32LE(0x48),
      child: entry.readUInt32LE(0x4c),
      start: entry.readUInt32LE(0x74),
      // The upper half of the size is noise in version 3 (MS-CFB 2.6.1), and too large in any case.
      size: entry.readUInt32LE(0x78),
    });
  }
  return entries;
}

/** Walks the root's tree of children; each entry is visited once, whatever points to it. */
function gatherStreams(entries: readonly Entry[], root: Entry): Map<string, Entry> {
  const streams = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [root.child];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (entry === undefined || seen.has(at)) continue;
    seen.add(at);
    if (entry.type === STREAM) streams.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return streams;
}

function toNumbers(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}

function damaged(): DocumentError {
  return new DocumentError('DAMAGED_FILE');
}
