/** Long enough for the slowest browser to begin reading the bytes, short enough not to hold them for the whole day. */
const KEEP_URL_MS = 60_000;

/** Offers a file to be saved: the browser downloads it, the desktop asks where with the system's own dialog. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = file.name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
}
