// What can go wrong with the embedded PostgreSQL, as codes a caller can act on.

export type EmbeddedPostgresErrorCode =
  | 'data-home-locked'
  | 'data-home-not-writable'
  | 'data-home-unreachable'
  | 'disk-full'
  | 'not-enough-memory'
  | 'other-major-version'
  | 'platform-unsupported'
  | 'port-taken'
  | 'start-failed'
  | 'user-switch-refused';

/** The message says what to do; `data` carries the pid, port, path or version it speaks of. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;
  readonly data: Readonly<Record<string, string | number>>;

  constructor(
    code: EmbeddedPostgresErrorCode,
    message: string,
    details: { data?: Record<string, string | number>; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.name = 'EmbeddedPostgresError';
    this.code = code;
    this.data = details.data ?? {};
  }
}

/** Turns an error of the file system or of spawn into a typed one; others pass unchanged. */
export function explainSystemError(error: unknown, path: string): unknown {
  const code = systemCode(error);
  const details = { data: { path }, cause: error };
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new EmbeddedPostgresError('disk-full', `The disk is full: ${path}`, details);
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new EmbeddedPostgresError(
      'data-home-not-writable',
      `${path} cannot be written. Give it to the user that runs Doorstep, or choose another ` +
        'data home.',
      details,
    );
  }
  return error;
}

/** The end of PostgreSQL's log, read for the causes that have a remedy. */
export function explainPostgresLog(logTail: string, data: { path: string; port: number }) {
  const found = causes.find(({ pattern }) => pattern.test(logTail));
  const said = logTail.trim() === '' ? 'It said nothing.' : `It said:\n${logTail.trim()}`;
  return new EmbeddedPostgresError(
    found?.code ?? 'start-failed',
    `PostgreSQL did not start: ${found?.words ?? 'the cause is not known'}. ${said}`,
    { data },
  );
}

const causes: readonly { pattern: RegExp; code: EmbeddedPostgresErrorCode; words: string }[] = [
  { pattern: /No space left on device|Disk quota/, code: 'disk-full', words: 'the disk is full' },
  {
    pattern: /Address already in use|could not bind/,
    code: 'port-taken',
    words: 'its port is taken by another program',
  },
  {
    pattern: /Cannot allocate memory|could not (create|map) .*shared memory/,
    code: 'not-enough-memory',
    words: 'there is not enough memory (the setting shared_buffers asks for the most)',
  },
  {
    pattern: /incompatible with (this version|server)/,
    code: 'other-major-version',
    words: 'its data folder was made by another major version',
  },
  {
    pattern: /Permission denied/,
    code: 'data-home-not-writable',
    words: 'it may not read or write its data folder',
  },
];

export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
