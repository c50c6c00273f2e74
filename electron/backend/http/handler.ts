import { readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DOCUMENT_PASSWORD_HEADER } from '../../../shared/contract/documents.ts';
import { idSchema } from '../../../shared/contract/ids.ts';
import { seesMasked } from '../../../shared/contract/masked-view.ts';
import { MAY_READ_PLANS } from '../../../shared/contract/meta.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';

/**
 * One policy for both hosts: nothing from outside, no inline script or style, no frames, no forms. WebAssembly for the
 * PDF picture decoders; `blob:` for pages' pictures and fonts.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SECURITY_HEADERS: Record<string, string> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=(), usb=(), serial=(), hid=()',
  'x-dns-prefetch-control': 'off',
};

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

const DOCUMENT_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** pdf.js's tables and fonts, by the folder names that it asks for. */
const PDFJS_FOLDERS = new Set(['cmaps', 'standard_fonts', 'wasm', 'iccs']);

/**
 * Answers everything but contract calls: the built renderer, pdf.js's tables, and documents' own bytes. Both hosts mount
 * it after they have decided that the caller may speak.
 */
export function createHandler({
  rendererFolder,
  resourcesFolder,
}: {
  rendererFolder: string;
  resourcesFolder: string | undefined;
}): (request: Request, session: Session) => Promise<Response> {
  const pdfjsFolder =
    resourcesFolder === undefined
      ? path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
      : path.join(resourcesFolder, 'pdfjs');

  return async (request, session) => {
    const response = await answer(request, session);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
    return response;
  };

  async function answer(request: Request, session: Session): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only reading is possible here.');
    const parts = pathParts(new URL(request.url).pathname);
    if (parts === null) return plain(400, 'That address is not a plain path.');
    const [first, second, third] = parts;
    if (first === 'documents' && third === 'file' && parts.length === 3) return documentBytes(session, second ?? '');
    if (first === 'pdfjs' && second !== undefined && PDFJS_FOLDERS.has(second)) {
      return fileWithin(pdfjsFolder, parts.slice(1), 'private, max-age=3600');
    }
    const isAsset = first === 'assets';
    return fileWithin(
      rendererFolder,
      parts.length === 0 ? ['index.html'] : parts,
      isAsset ? 'private, max-age=31536000, immutable' : 'no-store',
    );
  }
}

async function documentBytes(session: Session, documentId: string): Promise<Response> {
  const { state } = session;
  if (state.status !== 'open') return plain(423, 'The workspace is locked.');
  if (!state.caller.roles.some((role) => MAY_READ_PLANS.includes(role)))
    return plain(403, 'Your role does not allow this.');
  // Pages cannot be masked: a representative reads the masked text instead.
  if (seesMasked(state.caller)) return plain(403, 'This is not shown to the parent carer forum.');
  if (!idSchema.safeParse(documentId).success) return plain(404, 'There is no such document.');
  try {
    const { bytes, format, password } = await state.services.documents.content(documentId);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': DOCUMENT_TYPES[format] ?? 'application/octet-stream',
        'cache-control': 'no-store',
        ...(password === null ? {} : { [DOCUMENT_PASSWORD_HEADER]: encodeURIComponent(password) }),
        // A document is fetched and drawn by us, never opened by the browser itself.
        'content-disposition': 'attachment',
      },
    });
  } catch (error) {
    if (error instanceof Refusal) return plain(404, error.message);
    throw error;
  }
}

/** The parts of a path, decoded once; null for anything that could lead elsewhere. */
function pathParts(pathname: string): string[] | null {
  const parts: string[] = [];
  for (const part of pathname.split('/')) {
    if (part === '') continue;
    let decoded: string;
    try {
      decoded = decodeURIComponent(part);
    } catch {
      return null;
    }
    if (decoded === '.' || decoded === '..' || /[\\/:%\0]/.test(decoded)) return null;
    parts.push(decoded);
  }
  return parts;
}

async function fileWithin(root: string, parts: string[], cacheControl: string): Promise<Response> {
  const file = path.join(root, ...parts);
  try {
    // Links are followed before the check, so that none leads out.
    const inside = path.relative(await realpath(root), await realpath(file));
    if (inside.startsWith('..') || path.isAbsolute(inside)) return plain(404, 'There is nothing here.');
    const bytes = await readFile(file);
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
        'cache-control': cacheControl,
      },
    });
  } catch {
    return plain(404, 'There is nothing here.');
  }
}

function plain(status: number, text: string): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
