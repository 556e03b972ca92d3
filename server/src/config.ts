// Every setting, read from the environment in this one place. docs/config.md is made from it.

import { MASTER_KEY_BYTES } from './access/secret-box.ts';
import { defaultDataHome } from './db/embedded/data-home.ts';

const DEMOS = ['yes', 'small', 'no'] as const;
/** What an empty database gets: a demo shop, one that opens today, nothing. */
export type DemoWanted = (typeof DEMOS)[number];

export interface Config {
  /** undefined: an embedded PostgreSQL of our own. */
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly dataHome: string;
  readonly role: 'all' | 'api' | 'worker';
  /** That serve requests; with more than one, each beside the one that took the connections. */
  readonly apiProcesses: number;
  readonly logLevel: string;
  readonly demo: DemoWanted;
  readonly embeddedPort: number | undefined;
  /** Newest first; undefined: the one kept in the data home. */
  readonly secretKeys: readonly Buffer[] | undefined;
  readonly allowsPrivateAddresses: boolean;
  /** Whether orders may be paid with the sandbox, which moves no money. */
  readonly sandboxPayments: boolean;
  /** Where people reach this server. */
  readonly publicUrl: string | undefined;
  /** Addresses and networks of proxies in front. */
  readonly trustedProxies: readonly string[];
  readonly mail: { readonly url: string; readonly from: string } | undefined;
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
      'PostgreSQL 15 or newer, e.g. postgres://user:password@host:5432/doorstep. The user must be able to create roles, or be a member of doorstep_app, doorstep_gate and doorstep_clock. A process opens up to 40 connections and keeps them for five minutes when they are idle.',
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
    name: 'DOORSTEP_API_PROCESSES',
    fallback: '1',
    meaning:
      'How many processes serve requests here. With more than one, the connections of a tenant go to the same one, and a surge of one tenant leaves the others theirs. The process that was started takes the connections and does what runs by itself. No more than there are cores.',
  },
  {
    name: 'DOORSTEP_LOG',
    fallback: 'warn',
    meaning: 'How much to log: debug (every request), info, warn, error.',
  },
  {
    name: 'DOORSTEP_DEMO',
    fallback: 'yes',
    meaning:
      'What an empty database gets: `yes` a demo shop with five weeks of past and a morning of work, `small` one that opens today, `no` nothing.',
  },
  {
    name: 'DOORSTEP_POSTGRES_PORT',
    fallback: 'a free one, kept from then on',
    meaning: 'The port of the embedded PostgreSQL.',
  },
  {
    name: 'DOORSTEP_SECRET_KEY',
    fallback: '`secret.key` in the data home, made on the first start',
    meaning:
      'The master key that secrets are encrypted with in the database: 32 random bytes in base64, e.g. from `openssl rand -base64 32`. Processes on several machines need the same. To change it, put the new one first, with commas between. Who loses it must rotate all secrets.',
  },
  {
    name: 'DOORSTEP_ALLOW_PRIVATE_ADDRESSES',
    fallback: 'no',
    meaning:
      '`yes` lets webhooks go to private addresses and over plain http, for laptops and closed networks. Whoever may create an endpoint can then reach what the server can reach.',
  },
  {
    name: 'DOORSTEP_SANDBOX_PAYMENTS',
    fallback: '`yes` with the embedded database, else `no`',
    meaning:
      '`yes` offers the payment provider `sandbox`, which says yes to every order and moves no money: for trying things, never for selling.',
  },
  {
    name: 'DOORSTEP_PUBLIC_URL',
    fallback: 'unknown',
    meaning:
      'Where people reach this server, e.g. https://orders.example.com. Links in mails begin with it. With https, cookies go by https only.',
  },
  {
    name: 'DOORSTEP_TRUSTED_PROXIES',
    fallback: 'none',
    meaning:
      'Addresses or networks of proxies in front, with commas between, e.g. 10.0.0.0/8. What they say in X-Forwarded-For is where a session was opened from.',
  },
  {
    name: 'DOORSTEP_SMTP_URL',
    fallback: 'no mail',
    meaning:
      'The mail server, e.g. smtp://user:password@mail.example.com:587, or smtps://…. Sends links to reset a password; needs DOORSTEP_PUBLIC_URL and DOORSTEP_MAIL_FROM.',
  },
  {
    name: 'DOORSTEP_MAIL_FROM',
    fallback: 'nobody',
    meaning: 'Who mails come from, e.g. Doorstep <orders@example.com>.',
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
    apiProcesses: processesOf(env['DOORSTEP_API_PROCESSES'] ?? '1'),
    logLevel: env['DOORSTEP_LOG'] ?? 'warn',
    demo: demoOf(env['DOORSTEP_DEMO'] ?? 'yes'),
    embeddedPort:
      embeddedPort === undefined ? undefined : portOf('DOORSTEP_POSTGRES_PORT', embeddedPort),
    secretKeys: keysOf('DOORSTEP_SECRET_KEY', env['DOORSTEP_SECRET_KEY'] ?? ''),
    allowsPrivateAddresses: env['DOORSTEP_ALLOW_PRIVATE_ADDRESSES'] === 'yes',
    sandboxPayments:
      (env['DOORSTEP_SANDBOX_PAYMENTS'] ?? ((env['DATABASE_URL'] ?? '') === '' ? 'yes' : 'no')) ===
      'yes',
    publicUrl: publicUrlOf(env['DOORSTEP_PUBLIC_URL'] ?? ''),
    trustedProxies: (env['DOORSTEP_TRUSTED_PROXIES'] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    mail: mailOf(env),
  };
}

function publicUrlOf(text: string): string | undefined {
  if (text === '') return undefined;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error(
      `DOORSTEP_PUBLIC_URL is ${text}, but must be such as https://orders.example.com`,
    );
  return new URL(text).origin;
}

/** Never says the URL: it holds a password. */
function mailOf(env: Readonly<Record<string, string | undefined>>): Config['mail'] {
  const url = env['DOORSTEP_SMTP_URL'] ?? '';
  const from = env['DOORSTEP_MAIL_FROM'] ?? '';
  if (url === '') return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw new Error('DOORSTEP_SMTP_URL must begin with smtp:// or smtps://');
  if (from === '' || (env['DOORSTEP_PUBLIC_URL'] ?? '') === '')
    throw new Error('DOORSTEP_SMTP_URL needs DOORSTEP_MAIL_FROM and DOORSTEP_PUBLIC_URL as well');
  return { url, from };
}

function demoOf(text: string): DemoWanted {
  const wanted = DEMOS.find((one) => one === text);
  if (wanted === undefined)
    throw new Error(`DOORSTEP_DEMO is ${text}, but may be ${DEMOS.join(', ')}`);
  return wanted;
}

function portOf(name: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${name} is ${text}, but must be a port between 0 and 65535`);
  return port;
}

const API_PROCESSES_MAX = 64;

function processesOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > API_PROCESSES_MAX)
    throw new Error(
      `DOORSTEP_API_PROCESSES is ${text}, but must be a number from 1 to ${API_PROCESSES_MAX}`,
    );
  return count;
}

/** Of 32 random bytes about 30 differ; fewer than this do in none of 10^20 keys. */
const DISTINCT_BYTES_MIN = 16;

/** Never says what it read: it is a secret. */
function keysOf(name: string, text: string): readonly Buffer[] | undefined {
  if (text === '') return undefined;
  const keys = text.split(',').map((part) => Buffer.from(part.trim(), 'base64'));
  if (keys.some((key) => key.length !== MASTER_KEY_BYTES))
    throw new Error(`${name} must be ${MASTER_KEY_BYTES} bytes in base64, or several such keys`);
  if (keys.some((key) => new Set(key).size < DISTINCT_BYTES_MIN))
    throw new Error(`${name} holds a key that is not random: make one by openssl rand -base64 32`);
  return keys;
}
