// Opens what a command reads: a file, packed or not, or what is piped in.

import { createReadStream } from 'node:fs';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CommandError } from './command-error.ts';

/** - is what is piped in. Whatever fails, fails where it is read, as an error of this file. */
export function openInput(file: string): Readable {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const content = new PassThrough({
    destroy: (error, done) => done(error === null ? null : unreadable(file, error)),
  });
  const stages = file.endsWith('.gz') ? [createGunzip()] : [];
  // Nobody waits for its end: who reads the content gets the error.
  pipeline([input, ...stages, content], () => {});
  return content;
}

function unreadable(file: string, error: Error): CommandError {
  return new CommandError({
    what: `${file} cannot be read: ${error.message}.`,
    remedy: 'Name a file, or - for what is piped in.',
    exitCode: 2,
  });
}
