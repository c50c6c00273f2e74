/** A PDF written by hand, so that each of its parts can be wrong on purpose. */

type PdfObject = string | { dictionary: string; data: Uint8Array };

/** Writes numbered objects (the first is 1, the catalogue) with a right cross-reference table; `trailer` comes in addition. */
export function writePdf({ objects, trailer = '' }: { objects: readonly PdfObject[]; trailer?: string }): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    places.push(length);
    add(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') add(Buffer.from(object, 'latin1'));
    else {
      add(Buffer.from(`<< ${object.dictionary} /Length ${object.data.length} >>\nstream\n`, 'latin1'));
      add(Buffer.from(object.data));
      add(Buffer.from('\nendstream'));
    }
    add(Buffer.from('\nendobj\n'));
  }
  const table = length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`));
  // "/Prev 0" in a trailer means: this very table, again.
  const more = trailer.replace('/Prev 0', `/Prev ${table}`);
  add(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more} >>\nstartxref\n${table}\n%%EOF\n`,
      'latin1',
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

export interface TextPdfParts {
  catalogue?: string;
  trailer?: string;
  kids?: string;
  count?: number;
  mediaBox?: string;
  resources?: string;
  font?: string;
  content?: Uint8Array;
  filter?: string;
}

/** One page with one line of text, and whatever a test wants to be wrong with it. */
export function textPdf(words: string, parts: TextPdfParts = {}): Uint8Array {
  const font = parts.font ?? '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  return writePdf({
    trailer: parts.trailer ?? '',
    objects: [
      `<< /Type /Catalog /Pages 2 0 R ${parts.catalogue ?? ''} >>`,
      `<< /Type /Pages /Kids ${parts.kids ?? '[3 0 R]'} /Count ${parts.count ?? 1} >>`,
      `<< /Type /Page /Parent 2 0 R /MediaBox ${parts.mediaBox ?? '[0 0 595 842]'} /Contents 4 0 R /Resources << /Font << /F1 ${font} >> ${parts.resources ?? ''} >> >>`,
      {
        dictionary: parts.filter === undefined ? '' : `/Filter ${parts.filter}`,
        data: parts.content ?? Buffer.from(`BT /F1 12 Tf 72 700 Td (${words}) Tj ET`),
      },
    ],
  });
}

/** Pages that share one content stream: many pages in few bytes. */
export function longPdf(pages: number, words: string): Uint8Array {
  const first = 5;
  const kids = Array.from({ length: pages }, (_, index) => `${first + index} 0 R`);
  return writePdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      { dictionary: '', data: Buffer.from(`BT /F1 12 Tf 72 700 Td (${words}) Tj ET`) },
      ...kids.map(
        () =>
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
      ),
    ],
  });
}
