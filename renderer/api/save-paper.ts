import { getHost } from '../host/host.ts';
import { showToast } from '../ui/toast-store.ts';

/** Gives a made paper to the person to keep. */
export async function savePaper(file: File): Promise<void> {
  const host = await getHost();
  host.saveFile(file);
  showToast(`${file.name} is ready.`);
}
