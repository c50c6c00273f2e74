import { expect, test } from 'vitest';
import { z } from 'zod';
import { PdfPort } from '../../../../electron/backend/documents/pdf-port.ts';

function heardBy(port: PdfPort): unknown[] {
  const heard: unknown[] = [];
  port.addEventListener('message', (event) => heard.push('data' in event ? event.data : undefined));
  return heard;
}

/** The operands of the page's operators as they came. */
function argumentsOf(message: unknown): unknown[] {
  return heardSchema.parse(message).chunk.argsArray;
}

const heardSchema = z.object({ chunk: z.object({ argsArray: z.array(z.unknown()) }) });

test('hands a page’s operators over as they are, in lists that the sender may empty', async () => {
  const port = new PdfPort();
  const heard = heardBy(port);
  const operands = [[{ unicode: 'W', width: 900 }]];
  const chunk = { fnArray: [44], argsArray: [operands], lastChunk: true, length: 1 };
  port.postMessage({ stream: 4, chunk });
  chunk.fnArray.length = 0;
  chunk.argsArray.length = 0;
  expect(heard).toEqual([]);
  await Promise.resolve();
  expect(heard).toEqual([{ stream: 4, chunk: { fnArray: [44], argsArray: [operands], lastChunk: true, length: 1 } }]);
  const [message] = heard;
  const args = argumentsOf(message);
  expect(args[0]).toBe(operands);
});

test('hands fonts over as they are, and copies what else is said', async () => {
  const port = new PdfPort();
  const heard = heardBy(port);
  const font = { action: 'commonobj', data: ['f1', 'Font', { extra: { name: 'Arimo' } }] };
  const page = { action: 'GetPage', data: { pageIndex: 0 } };
  port.postMessage(font);
  port.postMessage(page);
  page.data.pageIndex = 7;
  await Promise.resolve();
  expect(heard[0]).toBe(font);
  expect(heard[1]).toEqual({ action: 'GetPage', data: { pageIndex: 0 } });
});

test('bytes that are passed on are gone behind the sender', async () => {
  const port = new PdfPort();
  const heard = heardBy(port);
  const bytes = new Uint8Array([37, 80, 68, 70]);
  port.postMessage({ action: 'GetDocRequest', data: bytes }, [bytes.buffer]);
  await Promise.resolve();
  expect(bytes).toHaveLength(0);
  expect(heard).toEqual([{ action: 'GetDocRequest', data: new Uint8Array([37, 80, 68, 70]) }]);
});

test('a listener whose signal has fallen hears nothing more', async () => {
  const port = new PdfPort();
  const heard: Event[] = [];
  const controller = new AbortController();
  port.addEventListener('message', (event) => heard.push(event), { signal: controller.signal });
  controller.abort();
  port.postMessage({ action: 'Ready' });
  await Promise.resolve();
  expect(heard).toEqual([]);
});
