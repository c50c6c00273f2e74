/**
 * Imported before pdf.js: in Electron's own processes pdf.js takes `process.type` as a sign that it runs in a page and
 * looks for a document (mozilla/pdf.js#12085). Saying 'browser' sends it down its Node path.
 */
if (process.versions['electron'] !== undefined) {
  Object.defineProperty(process, 'type', { value: 'browser', configurable: true });
}

/** pdf.js warns on loading that it cannot draw without these, and makes a face of each font; nothing is drawn here. */
function Absent(): void {
  // Only its being there matters.
}
for (const name of ['DOMMatrix', 'Path2D', 'ImageData', 'FontFace']) {
  if (!(name in globalThis))
    Object.defineProperty(globalThis, name, { value: Absent, configurable: true, writable: true });
}
