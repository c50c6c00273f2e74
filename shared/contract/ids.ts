import { z } from 'zod';

/** Ids are unique across machines, since workspaces may one day merge. */
export const idSchema = z.uuid();
export const isoDateSchema = z.iso.date();
/** UTC, to the millisecond. */
export const isoTimeSchema = z.iso.datetime();
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A short line as typed by a person: trimmed, not empty. */
export const nameSchema = z.string().trim().min(1).max(200);
export const lineSchema = z.string().trim().max(300);
