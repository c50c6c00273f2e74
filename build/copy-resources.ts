import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE_RESOURCE } from '../electron/backend/sample/make-sample.ts';
import { REPORT_ASSETS } from '../electron/backend/reports/report-assets.ts';
import { ROOT } from './folders.ts';

const MODULES = path.join(ROOT, 'node_modules');
const ARIMO = path.join(MODULES, '@expo-google-fonts/arimo');

/** pdf.js asks for these four by name. They are GPL; Arimo has the same widths under the OFL and takes their places. */
const ARIMO_FOR = {
  'LiberationSans-Regular.ttf': '400Regular/Arimo_400Regular.ttf',
  'LiberationSans-Italic.ttf': '400Regular_Italic/Arimo_400Regular_Italic.ttf',
  'LiberationSans-Bold.ttf': '700Bold/Arimo_700Bold.ttf',
  'LiberationSans-BoldItalic.ttf': '700Bold_Italic/Arimo_700Bold_Italic.ttf',
};

/**
 * Gathers the files that the application reads at run time and that no bundle can hold into `folder`, emptied first:
 * `pdfjs/` as pdf.js names its tables and fonts, what reports are drawn with, where REPORT_ASSETS says,
 * and the fictional plans of the sample partnership.
 */
export function copyResources(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  copyPdfjs(path.join(folder, 'pdfjs'));
  for (const { resource, module } of Object.values(REPORT_ASSETS)) {
    const target = path.join(folder, resource);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(MODULES, module), target);
  }
  cpSync(path.join(ROOT, 'electron/backend/sample/plans'), path.join(folder, SAMPLE_RESOURCE), { recursive: true });
}

function copyPdfjs(folder: string): void {
  for (const part of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
    cpSync(path.join(MODULES, 'pdfjs-dist', part), path.join(folder, part), { recursive: true });
  }
  const fonts = path.join(folder, 'standard_fonts');
  rmSync(path.join(fonts, 'LICENSE_LIBERATION'));
  for (const [name, face] of Object.entries(ARIMO_FOR)) copyFileSync(path.join(ARIMO, face), path.join(fonts, name));
  copyFileSync(path.join(ARIMO, 'LICENSE_FONT'), path.join(fonts, 'LICENSE_ARIMO'));
}
