/** A small file with many full pages, all drawn by the same words: it takes the reader some seconds. */
export function longPdf(pages: number, linesOnPage: number): Buffer {
  const lines = Array.from(
    { length: linesOnPage },
    (_, line) => `1 0 0 1 40 ${820 - line * 4} Tm (Line ${line} of an invented plan, with words enough to fill it.) Tj`,
  );
  const content = `BT /F1 4 Tf ${lines.join('\n')} ET`;
  const kids = Array.from({ length: pages }, (_, page) => `${5 + page} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...kids.map(
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R >>',
    ),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}
