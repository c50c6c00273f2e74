import { z } from 'zod';

/**
 * Refusals that a person can act on. Every one has a code, a sentence for the person (`message`) and what to do next
 * (`data.advice`); screens, command line and tests know them by code. Anything else leaves the router as
 * INTERNAL_SERVER_ERROR with a reference and no detail.
 */

export const refusalDataSchema = z.strictObject({ advice: z.string() });
export type RefusalData = z.infer<typeof refusalDataSchema>;

/** The status that every refusal has over HTTP: understood, and not to be done. */
export const REFUSAL_STATUS = 422;

/** A refusal to declare in a call's `.errors({ … })`. */
export function refusal(message: string) {
  return { status: REFUSAL_STATUS, message, data: refusalDataSchema };
}

/** Any call may answer with these. */
export const commonErrors = {
  NO_WORKSPACE: refusal('No workspace is open.'),
  WORKSPACE_LOCKED: refusal('The workspace is locked.'),
  NOT_SIGNED_IN: refusal('Nobody has signed in.'),
  NOT_ALLOWED: refusal('Your role does not allow this.'),
  NOT_FOR_FORUM: refusal('This is not shown to the parent carer forum.'),
  MASKING_NOT_CHECKED: refusal('Nobody has checked what is masked in this plan.'),
  NOT_FOUND: refusal('That is no longer in this workspace.'),
  CHANGED_MEANWHILE: refusal('Somebody began to grade what this tells while it was being read.'),
  DISK_FULL: refusal('There is no room left on the disk.'),
  CANNOT_WRITE: refusal('The file, or its folder, cannot be written to.'),
  WORKSPACE_BUSY: refusal('Another program is writing to this workspace.'),
  WORKSPACE_DAMAGED: refusal('The workspace file is damaged.'),
  INTERNAL_SERVER_ERROR: { data: z.looseObject({ ref: z.string() }) },
} as const;

/** What reading a document may be refused with. */
export const documentErrors = {
  EMPTY_FILE: refusal('The file is empty.'),
  UNSUPPORTED_FORMAT: refusal('This is neither a PDF nor a Word document.'),
  LEGACY_WORD: refusal('This is an old Word document (.doc).'),
  PASSWORD_NEEDED: refusal('The document is protected with a password.'),
  WRONG_PASSWORD: refusal('That is not the password of this document.'),
  UNSUPPORTED_ENCRYPTION: refusal('The document is protected in a way that cannot be opened here.'),
  DAMAGED_FILE: refusal('The document is damaged and cannot be read.'),
  TOO_LARGE: refusal('The document is too large.'),
  TIMED_OUT: refusal('Reading the document took too long.'),
  OUT_OF_MEMORY: refusal('Reading the document needed too much memory.'),
  CANCELLED: refusal('Reading was cancelled.'),
  READER_FAILED: refusal('The reader failed on this document.'),
  NO_TEXT: refusal('The document has no text that can be read.'),
} as const;
