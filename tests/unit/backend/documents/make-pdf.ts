import PDFDocument from 'pdfkit';

export type Pdf = InstanceType<typeof PDFDocument>;

/** A4 with margins of an inch, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 72, right: 523 };

/** Draws a PDF and gives its bytes. */
export async function makePdf(draw: (pdf: Pdf) => void, options: Record<string, unknown> = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 72, bufferPages: true, ...options });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  pdf.font('Helvetica').fontSize(11);
  draw(pdf);
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

/** Writes without pdfkit's own flow: at this place, on one line. */
export function put(pdf: Pdf, text: string, x: number, y: number): void {
  pdf.text(text, x, y, { lineBreak: false });
}

/** Draws a ruled table; cells wrap inside their columns. */
export function drawTable(
  pdf: Pdf,
  x: number,
  y: number,
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): number {
  let top = y;
  for (const row of rows) {
    const height =
      Math.max(...row.map((text, index) => pdf.heightOfString(text, { width: (widths[index] ?? 50) - 10 }))) + 8;
    let left = x;
    for (const [index, text] of row.entries()) {
      const width = widths[index] ?? 50;
      pdf.rect(left, top, width, height).stroke();
      pdf.text(text, left + 5, top + 4, { width: width - 10 });
      left += width;
    }
    top += height;
  }
  return top;
}
