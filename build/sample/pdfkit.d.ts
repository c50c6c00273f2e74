/** The part of pdfkit that the maker of the sample uses; the package brings no types. */
declare module 'pdfkit' {
  interface DocumentOptions {
    size: [number, number];
    margin: number;
    bufferPages: boolean;
    compress: boolean;
    lang: string;
    info: { Title: string; Author: string; CreationDate: Date; ModDate: Date };
  }
  export default class PDFDocument {
    constructor(options: DocumentOptions);
    addPage(): this;
    bufferedPageRange(): { start: number; count: number };
    switchToPage(page: number): void;
    registerFont(name: string, source: string): this;
    font(name: string): this;
    fontSize(points: number): this;
    widthOfString(text: string): number;
    text(text: string, x: number, y: number, options: { lineBreak: boolean }): this;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(points: number): this;
    fillColor(colour: string, opacity?: number): this;
    strokeColor(colour: string): this;
    fill(colour?: string): this;
    stroke(colour?: string): this;
    save(): this;
    restore(): this;
    rotate(degrees: number, options: { origin: [number, number] }): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): void;
  }
}
