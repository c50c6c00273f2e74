import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './folders.ts';

const MODULES = path.join(ROOT, 'node_modules');
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

/** pdf.js asks for these four by name. They are GPL; Arimo has the same widths under the OFL and takes their places. */
const ARIMO_FOR = {
  'LiberationSans-Regular.ttf': '400Regular/Arimo_400Regular.ttf',
  'LiberationSans-Italic.ttf': '400Regular_Italic/Arimo_400Regular_Italic.ttf',
  'LiberationSans-Bold.ttf': '700Bold/Arimo_700Bold.ttf',
  'LiberationSans-BoldItalic.ttf': '700Bold_Italic/Arimo_700Bold_Italic.ttf',
};

/**
 * Gathers the files that the application reads at run time and that no bundle can hold, into `folder`, emptied first:
 * `pdfjs/{cmaps,standard_fonts,wasm,iccs}`, `resvg/index_bg.wasm`, `fonts/*.ttf`, each with its licence.
 */
export function copyResources(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  copyPdfjs(path.join(folder, 'pdfjs'));
  copyInto(path.join(folder, 'resvg'), path.join(MODULES, '@resvg/resvg-wasm/index_bg.wasm'));
  copyFonts(path.join(folder, 'fonts'));
}

function copyPdfjs(folder: string): void {
  for (const part of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
    cpSync(path.join(MODULES, 'pdfjs-dist', part), path.join(folder, part), { recursive: true });
  }
  copyInto(folder, path.join(MODULES, 'pdfjs-dist/LICENSE'));
  const fonts = path.join(folder, 'standard_fonts');
  rmSync(path.join(fonts, 'LICENSE_LIBERATION'));
  for (const [name, arimo] of Object.entries(ARIMO_FOR)) {
    copyFileSync(path.join(MODULES, '@expo-google-fonts/arimo', arimo), path.join(fonts, name));
  }
  copyFileSync(path.join(MODULES, '@expo-google-fonts/arimo/LICENSE_FONT'), path.join(fonts, 'LICENSE_ARIMO'));
}

function copyFonts(folder: string): void {
  for (const [family, prefix] of [
    ['arimo', 'Arimo'],
    ['atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext'],
  ] as const) {
    const from = path.join(MODULES, '@expo-google-fonts', family);
    for (const face of FACES) copyInto(folder, path.join(from, face, `${prefix}_${face}.ttf`));
    copyFileSync(path.join(from, 'LICENSE_FONT'), path.join(folder, `LICENSE_${prefix}`));
  }
}

function copyInto(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, path.join(folder, path.basename(file)));
}
