// Short conversations of the supervisor with its PostgreSQL.
import { Client } from 'pg';
import { systemCode } from './embedded-postgres-error.ts';
import { createDoorstepDatabase, selectDatabase, selectDataFolder } from './sql.ts';

export type PostgresAddress = {
  readonly port: number;
  readonly password: string;
  readonly dataFolder: string;
};

const answerMsMax = 5000;

export function postgresUrl({ port, password }: PostgresAddress): string {
  return `postgres://doorstep:${password}@127.0.0.1:${port}/doorstep`;
}

/** Whether the PostgreSQL of this data folder answers at this address. */
export async function isAnswering(address: PostgresAddress): Promise<boolean> {
  try {
    return await ask(address, async (client) => {
      const { rows } = await client.query<{ data_folder: string }>(selectDataFolder);
      return rows[0]?.data_folder === address.dataFolder;
    });
  } catch {
    return false;
  }
}

export async function ensureDatabase(address: PostgresAddress): Promise<void> {
  await ask(address, async (client) => {
    const { rowCount } = await client.query(selectDatabase, ['doorstep']);
    if (rowCount === 0) await client.query(createDoorstepDatabase).catch(unlessDuplicate);
  });
}

/** Two that create it at once: the loser hears of the name, or of the row in pg_database. */
function unlessDuplicate(error: unknown): void {
  const code = systemCode(error);
  if (code !== '42P04' && code !== '23505') throw error;
}

async function ask<T>(
  { port, password }: PostgresAddress,
  question: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'doorstep',
    password,
    database: 'postgres',
    application_name: 'doorstep supervisor',
    connectionTimeoutMillis: answerMsMax,
  });
  // A server that goes away while we ask is an answer too: the promise below rejects.
  client.on('error', () => {});
  try {
    await client.connect();
    return await question(client);
  } finally {
    await client.end().catch(() => {});
  }
}
