import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where the report finds what it is drawn with. */
export interface AssetOptions {
  /** The packaged application's resources; left out, the files come from their npm packages. */
  resourcesFolder?: string;
}

/** Files that reports need: where they lie in the resources folder, and in which package they come. */
export const REPORT_ASSETS = {
  resvgWasm: { resource: 'wasm/resvg.wasm', module: '@resvg/resvg-wasm/index_bg.wasm' },
  /** For pictures of charts, which cannot take WOFF2. */
  regularTtf: {
    resource: 'fonts/atkinson-hyperlegible-next-400.ttf',
    module: '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  },
  boldTtf: {
    resource: 'fonts/atkinson-hyperlegible-next-700.ttf',
    module: '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  },
  /** Embedded in the HTML report: all weights in one file. */
  variableWoff2: {
    resource: 'fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    module: '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  },
} as const;

export type ReportAsset = keyof typeof REPORT_ASSETS;

/** The bytes of an asset. Throws where the file is missing: a build that forgot to copy it, or an incomplete install. */
export async function readAsset(asset: ReportAsset, options: AssetOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { resource, module } = REPORT_ASSETS[asset];
  const file =
    options.resourcesFolder === undefined
      ? createRequire(import.meta.url).resolve(module)
      : path.join(options.resourcesFolder, resource);
  return new Uint8Array(await readFile(file));
}
