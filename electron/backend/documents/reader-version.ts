/** Raised whenever a reader gives other blocks for the same bytes, so that stored models can be read anew. */
export const READER_VERSION = 15;
