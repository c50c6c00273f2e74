/**
 * The refusals a document can meet, each with a sentence for the person and what to do next.
 *
 * Codes are stable: the command line prints them, the contract declares them, the screens choose their help by them.
 */

const ADVICE = {
  EMPTY_FILE: {
    message: 'The file is empty.',
    advice: 'Ask for it to be sent again, or save it again from the case system.',
  },
  UNSUPPORTED_FORMAT: {
    message: 'The file is neither a PDF nor a Word document.',
    advice: 'Save the plan as PDF or as Word (.docx) and choose that file.',
  },
  LEGACY_WORD: {
    message: 'The file is in the old Word format (.doc).',
    advice: 'Open it in Word, choose Save As, and save it as .docx or as PDF.',
  },
  PASSWORD_NEEDED: {
    message: 'The file is protected by a password.',
    advice: 'Give its password; or open it elsewhere, save a copy without one, and choose the copy.',
  },
  DAMAGED_FILE: {
    message: 'The file is damaged and cannot be read.',
    advice: 'Ask for it to be sent again, or open and save it again in the program that made it.',
  },
  TOO_LARGE: {
    message: 'The file is larger than any plan should be.',
    advice: 'Check that it is the plan itself; split off the appendices, or save it with smaller pictures.',
  },
  TIMED_OUT: {
    message: 'Reading the file took too long, so it was stopped.',
    advice: 'Save it again as PDF or as Word, and try the new copy.',
  },
  OUT_OF_MEMORY: {
    message: 'Reading the file needed more memory than it may use, so it was stopped.',
    advice: 'Save it again with smaller pictures, or split off the appendices.',
  },
  NO_TEXT: {
    message: 'The file has no text: it is a scan or a picture of a plan.',
    advice: 'Ask for the file that was scanned; in the application it can still be graded by eye.',
  },
  CANCELLED: {
    message: 'Reading the file was cancelled.',
    advice: 'Choose the file again to start anew.',
  },
  WRONG_PASSWORD: {
    message: 'That is not the password of this file.',
    advice: 'Try again, with an eye on capitals and spaces, or ask whoever sent the file.',
  },
  UNSUPPORTED_ENCRYPTION: {
    message: 'The file is protected in a way that Goldthread cannot open, such as rights management.',
    advice: 'Open it in the program that made it, save a copy without protection, and choose the copy.',
  },
  READER_FAILED: {
    message: 'The reader failed on this file.',
    advice: 'Try the file again; if it fails again, save it anew as PDF or as Word.',
  },
} as const satisfies Record<string, { message: string; advice: string }>;

export type DocumentErrorCode = keyof typeof ADVICE;

/** What crosses the worker's border in place of the error itself. */
export interface SerialisedDocumentError {
  code: DocumentErrorCode;
  message: string;
  advice: string;
}

/** A document that cannot be read. `message` is a sentence for a person, `advice` says what to do next. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: DocumentErrorCode;
  readonly advice: string;

  /** `detail` replaces the general sentence where more is known; it never holds text of the plan. */
  constructor(code: DocumentErrorCode, detail?: string) {
    super(detail ?? ADVICE[code].message);
    this.code = code;
    this.advice = ADVICE[code].advice;
  }

  toJSON(): SerialisedDocumentError {
    return { code: this.code, message: this.message, advice: this.advice };
  }
}

/** Gives the refusal in plain form; anything unforeseen becomes READER_FAILED without detail. */
export function serialiseDocumentError(error: unknown): SerialisedDocumentError {
  return (error instanceof DocumentError ? error : new DocumentError('READER_FAILED')).toJSON();
}

/** Makes the error again on the other side of the worker's border. */
export function reviveDocumentError(plain: SerialisedDocumentError): DocumentError {
  return new DocumentError(plain.code, plain.message);
}
