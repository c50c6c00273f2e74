import { z } from 'zod';
import { cleanLine, cleanName } from '../domain/names.ts';

/** Ids are unique across machines, since workspaces may one day merge. */
export const idSchema = z.uuid();
/**
 * A day that a plan or a round can have. A date field gives '0020-01-01' while '2026' is still being typed, and a
 * single such date would be in the way of everything that is reckoned from it.
 */
export const isoDateSchema = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && date <= '2199-12-31', 'Give a year between 1900 and 2199.');
/** UTC, to the millisecond. */
export const isoTimeSchema = z.iso.datetime();
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A short line as typed by a person: cleaned of what nobody sees, not empty. */
export const nameSchema = z.string().overwrite(cleanLine).min(1).max(200);
export const lineSchema = z.string().overwrite(cleanLine).max(300);
/** Somebody's name, in the one writing that names are kept in. */
export const personNameSchema = z.string().overwrite(cleanName).min(1).max(200);
export const childNameSchema = z.string().overwrite(cleanName).max(300);
