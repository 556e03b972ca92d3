// The keys of the demo shop, for people and for the command line on this machine: a file that only
// its owner can read.

import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface LocalCredentials {
  readonly url: string;
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
}

export function credentialsPath(dataHome: string): string {
  return join(dataHome, 'credentials.json');
}

export async function readCredentials(dataHome: string): Promise<LocalCredentials | undefined> {
  try {
    return JSON.parse(await readFile(credentialsPath(dataHome), 'utf8')) as LocalCredentials;
  } catch {
    return undefined;
  }
}

export async function writeCredentials(
  dataHome: string,
  credentials: LocalCredentials,
): Promise<void> {
  const path = credentialsPath(dataHome);
  await writeFile(path, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
}
