/**
 * The way between pdf.js's two halves, which here both run on the calling thread: a parse worker. pdf.js's own way
 * copies each message whole, though nobody writes to it afterwards, and the drawing operators of a page with their
 * glyphs and the tables of a font are most of what is said. These two are handed over as they are, all else is copied.
 */
export class PdfPort extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;

  postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions | null): void {
    const event = Object.assign(new Event('message'), { data: handOver(message, transfer) });
    // Never within the call: the sender is still at work.
    queueMicrotask(() => this.dispatchEvent(event));
  }

  terminate(): void {
    // There is no thread to end.
  }
}

function handOver(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions | null): unknown {
  if (typeof message === 'object' && message !== null) {
    if ('chunk' in message && isOperators(message.chunk)) {
      const { fnArray, argsArray } = message.chunk;
      // The sender empties its own two lists at once to fill them anew.
      return { ...message, chunk: { ...message.chunk, fnArray: [...fnArray], argsArray: [...argsArray] } };
    }
    if ('action' in message && message.action === 'commonobj' && 'data' in message && isFont(message.data))
      return message;
  }
  return structuredClone(message, Array.isArray(transfer) ? { transfer } : (transfer ?? undefined));
}

function isOperators(chunk: unknown): chunk is { fnArray: unknown[]; argsArray: unknown[] } {
  return (
    typeof chunk === 'object' &&
    chunk !== null &&
    'fnArray' in chunk &&
    Array.isArray(chunk.fnArray) &&
    'argsArray' in chunk &&
    Array.isArray(chunk.argsArray)
  );
}

/** Name, kind and contents of something that pages share. */
function isFont(data: unknown): boolean {
  return Array.isArray(data) && data[1] === 'Font';
}
