// What to tell somebody whose server does not start.

import { EmbeddedPostgresError } from './db/embedded/embedded-postgres-error.ts';

/** A sentence on what happened and one on what to do; the stack only for what we did not expect. */
export function explainStartError(error: unknown): string {
  if (error instanceof EmbeddedPostgresError) return `Doorstep could not start: ${error.message}`;
  if (!(error instanceof Error)) return `Doorstep could not start: ${String(error)}`;
  const { code, message } = error as NodeJS.ErrnoException;
  const known = REMEDIES[code ?? ''];
  if (known !== undefined) return `Doorstep could not start: ${message}\n${known}`;
  // Errors we throw for people say what to do themselves; anything else needs its stack.
  if (message.startsWith('DOORSTEP_USAGE: ')) return message.slice('DOORSTEP_USAGE: '.length);
  return /^(DOORSTEP_|DATABASE_URL|migration |the database )/.test(message)
    ? `Doorstep could not start: ${message}`
    : `Doorstep could not start: ${error.stack ?? message}`;
}

const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'Another program listens there, perhaps another Doorstep. Stop it, or set DOORSTEP_PORT to a free port.',
  EACCES:
    'Ports below 1024 and foreign folders need more rights. Set DOORSTEP_PORT or DOORSTEP_DATA.',
  ENOSPC: 'The disk is full: free some space and start again. Nothing was lost.',
  ECONNREFUSED:
    'No PostgreSQL answers at DATABASE_URL. Start it, or unset DATABASE_URL to use the embedded one.',
  '28P01': 'The password in DATABASE_URL is wrong.',
  '3D000': 'The database in DATABASE_URL does not exist: create it first.',
  '42501':
    'The user in DATABASE_URL lacks rights: it needs to create tables, and CREATEROLE or membership in doorstep_app, doorstep_gate and doorstep_clock.',
};
