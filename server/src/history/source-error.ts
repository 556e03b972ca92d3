// Why a file as a whole cannot be read, or not any further: what, where, and what to do.

export const SOURCE_ERROR_CODES = [
  'empty-file',
  'unknown-format',
  'gzip-broken',
  'encoding-invalid',
  'nul-byte',
  'columns-missing',
  'record-too-long',
  'quote-broken',
  'json-broken',
  'records-not-found',
  'workbook-broken',
  'workbook-too-large',
  'sheet-not-found',
] as const;
export type SourceErrorCode = (typeof SOURCE_ERROR_CODES)[number];

interface SourceErrorOptions {
  readonly code: SourceErrorCode;
  readonly detail: string;
  readonly suggestion: string;
  readonly line?: number;
  readonly byte?: number;
  readonly cause?: unknown;
}

export class SourceError extends Error {
  readonly code: SourceErrorCode;
  /** From 1. */
  readonly line: number | null;
  /** From 1, of the file as unpacked. */
  readonly byte: number | null;
  readonly detail: string;
  readonly suggestion: string;

  constructor(options: SourceErrorOptions) {
    super(`${options.detail} ${options.suggestion}`, { cause: options.cause });
    this.name = 'SourceError';
    this.code = options.code;
    this.line = options.line ?? null;
    this.byte = options.byte ?? null;
    this.detail = options.detail;
    this.suggestion = options.suggestion;
  }
}

/** No record may need more memory than this, whatever the sender does: 4 MB. */
export const recordLengthMax = 4 * 1024 * 1024;

export function recordTooLong(line: number): SourceError {
  return new SourceError({
    code: 'record-too-long',
    line,
    detail: `The record that begins on line ${line} is longer than 4 MB.`,
    suggestion:
      'Look for missing line breaks there, or for brackets or quotes that are not closed.',
  });
}
