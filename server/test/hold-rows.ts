// Locks rows from outside the server until released, so that a test says who waits for whom.

import pg from 'pg';
import type { Shop } from './shop.ts';

export interface Held {
  /** Resolves when so many connections wait for the rows. */
  untilAwaited(connections: number): Promise<void>;
  release(): Promise<void>;
}

export async function holdRows({ url }: Pick<Shop, 'url'>, sql: string): Promise<Held> {
  const client = new pg.Client({ connectionString: url });
  const watch = new pg.Client({ connectionString: url });
  await Promise.all([client.connect(), watch.connect()]);
  await client.query('begin');
  await client.query(sql);
  return {
    async untilAwaited(connections) {
      for (;;) {
        const { rows } = await watch.query(
          `select count(*)::int as waiting from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if (rows[0].waiting >= connections) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async release() {
      await client.query('rollback');
      await Promise.all([client.end(), watch.end()]);
    },
  };
}
