import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { type LoadedPdf, loadPdf } from './load-pdf.ts';

/** One opened file for all that draw from it: its pages, its thumbnails, a second view of it. */
interface SharedPdf {
  users: number;
  stop: AbortController;
  opened: Promise<LoadedPdf>;
}

const shared = new Map<string, SharedPdf>();

/** The opened PDF, null while it is on its way, or why it could not be opened. Closed once nobody uses it. */
export function usePdf(fileUrl: string): PDFDocumentProxy | Error | null {
  const [loaded, setLoaded] = useState<PDFDocumentProxy | Error | null>(null);
  useEffect(() => {
    const own = take(fileUrl);
    let isWanted = true;
    void wait();
    async function wait() {
      try {
        const { pdf } = await own.opened;
        if (isWanted) setLoaded(pdf);
      } catch (error) {
        if (isWanted) setLoaded(error instanceof Error ? error : new Error(String(error)));
      }
    }
    return () => {
      isWanted = false;
      setLoaded(null);
      release(fileUrl, own);
    };
  }, [fileUrl]);
  return loaded;
}

function take(fileUrl: string): SharedPdf {
  const known = shared.get(fileUrl);
  if (known !== undefined) {
    known.users += 1;
    return known;
  }
  const stop = new AbortController();
  const own: SharedPdf = { users: 1, stop, opened: loadPdf(fileUrl, stop.signal) };
  shared.set(fileUrl, own);
  return own;
}

function release(fileUrl: string, own: SharedPdf): void {
  own.users -= 1;
  if (own.users > 0) return;
  own.stop.abort();
  if (shared.get(fileUrl) === own) shared.delete(fileUrl);
}
