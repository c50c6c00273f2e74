import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Pictures are packed already. */
const PACKED = /\.png$/;

/**
 * The same files in the same bytes whenever they are packed, so that what is given out again can be held against the first
 * by its digest: libraries that write documents date each file in them by the clock.
 *
 * @param madeAt ISO time: when what stands in it was made
 * @param change what becomes of each file
 */
export function steadyZip(
  bytes: Uint8Array,
  madeAt: string,
  change: (name: string, content: Uint8Array) => Uint8Array = (_, content) => content,
): Uint8Array<ArrayBuffer> {
  const steady: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    steady[name] = [change(name, content), { level: PACKED.test(name) ? 0 : 6 }];
  }
  return new Uint8Array(zipSync(steady, { mtime: new Date(madeAt) }));
}
