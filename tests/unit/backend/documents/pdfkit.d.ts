/** The part of pdfkit that the tests draw with; the package brings no types. */
declare module 'pdfkit' {
  interface TextOptions {
    lineBreak?: boolean;
    width?: number;
  }

  export default class PDFDocument {
    constructor(options?: Record<string, unknown>);
    on(event: 'data', listener: (chunk: Buffer) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(text: string, options?: TextOptions): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    rect(x: number, y: number, width: number, height: number): this;
    registerFont(name: string, source: string): this;
    widthOfString(text: string): number;
    fillColor(colour: string): this;
    lineWidth(points: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(colour?: string): this;
    readonly page: { readonly height: number };
    bufferedPageRange(): { start: number; count: number };
    switchToPage(page: number): void;
    fill(colour: string): this;
    image(source: Buffer, x: number, y: number, options?: { width?: number }): this;
    rotate(degrees: number, options?: { origin?: [number, number] }): this;
    save(): this;
    restore(): this;
    addPage(options?: Record<string, unknown>): this;
    end(): void;
  }
}
