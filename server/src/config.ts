// Every setting, read from the environment in this one place. docs/config.md is made from it.

import { defaultDataHome } from './db/embedded/data-home.ts';

export interface Config {
  /** undefined: an embedded PostgreSQL of our own. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly dataHome: string;
  readonly role: 'all' | 'api' | 'worker';
  readonly logLevel: string;
  readonly demo: boolean;
  readonly embeddedPort: number | undefined;
}

export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

export const SETTINGS: readonly Setting[] = [
  {
    name: 'DATABASE_URL',
    fallback: 'an embedded PostgreSQL',
    meaning:
      'PostgreSQL 15 or newer, e.g. postgres://user:password@host:5432/doorstep. The user must be able to create roles, or be a member of doorstep_app, doorstep_gate and doorstep_clock.',
  },
  { name: 'DOORSTEP_HOST', fallback: '127.0.0.1', meaning: 'The address to listen on.' },
  { name: 'DOORSTEP_PORT', fallback: '7070', meaning: 'The port to listen on.' },
  {
    name: 'DOORSTEP_DATA',
    fallback: '/var/lib/doorstep as root, else $XDG_DATA_HOME/doorstep',
    meaning: 'Where the embedded database and the local credentials live.',
  },
  {
    name: 'DOORSTEP_ROLE',
    fallback: 'all',
    meaning:
      '`api` serves requests, `worker` does what runs by itself, `all` does both. Any number of processes may share one database; at least one must be a worker.',
  },
  {
    name: 'DOORSTEP_LOG',
    fallback: 'warn',
    meaning: 'How much to log: debug (every request), info, warn, error.',
  },
  {
    name: 'DOORSTEP_DEMO',
    fallback: 'yes',
    meaning: '`no` leaves an empty database empty instead of opening the demo shop in it.',
  },
  {
    name: 'DOORSTEP_POSTGRES_PORT',
    fallback: 'a free one, kept from then on',
    meaning: 'The port of the embedded PostgreSQL.',
  },
];

/** @throws Error that names the setting and what it may be */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const role = env['DOORSTEP_ROLE'] ?? 'all';
  if (role !== 'all' && role !== 'api' && role !== 'worker')
    throw new Error(`DOORSTEP_ROLE is ${role}, but may be all, api or worker`);
  const embeddedPort = env['DOORSTEP_POSTGRES_PORT'];
  return {
    databaseUrl: env['DATABASE_URL'] === '' ? undefined : env['DATABASE_URL'],
    host: env['DOORSTEP_HOST'] ?? '127.0.0.1',
    port: portOf('DOORSTEP_PORT', env['DOORSTEP_PORT'] ?? '7070'),
    dataHome: env['DOORSTEP_DATA'] ?? defaultDataHome(env),
    role,
    logLevel: env['DOORSTEP_LOG'] ?? 'warn',
    demo: (env['DOORSTEP_DEMO'] ?? 'yes') !== 'no',
    embeddedPort:
      embeddedPort === undefined ? undefined : portOf('DOORSTEP_POSTGRES_PORT', embeddedPort),
  };
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${name} is ${text}, but must be a port between 0 and 65535`);
  return port;
}
