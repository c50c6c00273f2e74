import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { svgToString, type SvgNode } from '../../../shared/charts/svg-tree.ts';
import { readAsset, type AssetOptions } from './report-assets.ts';

/** Sharp on paper and on dense screens, at four times the bytes of one. */
const PIXELS_PER_UNIT = 2;

/** The module can be started only once in a process. */
let started: Promise<void> | undefined;

/**
 * A chart as a PNG on white at twice its size, drawn with our own fonts alone, so that it is the same picture on every
 * machine. Takes a tenth of a second or more of this thread.
 */
export async function renderPng(chart: SvgNode, options: AssetOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  await startResvg(options);
  const fontBuffers = await Promise.all([readAsset('regularTtf', options), readAsset('boldTtf', options)]);
  const resvg = new Resvg(svgToString(chart), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: PIXELS_PER_UNIT },
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Atkinson Hyperlegible Next' },
  });
  try {
    const image = resvg.render();
    try {
      return new Uint8Array(image.asPng());
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}

/** Readies the module that draws; every use of it in one process waits for the same start. */
export async function startResvg(options: AssetOptions = {}): Promise<void> {
  started ??= readAsset('resvgWasm', options).then((wasm) => initWasm(wasm));
  try {
    await started;
  } catch (error) {
    started = undefined;
    throw error;
  }
}
