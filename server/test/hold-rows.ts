// Rows that another connection holds, so that whoever needs them waits.

import pg from 'pg';

export interface Held {
  /** Resolves when so many connections wait for the rows. */
  untilAwaited(connections: number): Promise<void>;
  /** Once is enough; a second time does nothing. */
  release(): Promise<void>;
}

/** Locks rows from outside the server until released. */
export async function holdRows({ url }: { readonly url: string }, sql: string): Promise<Held> {
  const client = new pg.Client({ connectionString: url });
  const watch = new pg.Client({ connectionString: url });
  await Promise.all([client.connect(), watch.connect()]);
  await client.query('begin');
  await client.query(sql);
  let isHeld = true;
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
      if (!isHeld) return;
      isHeld = false;
      await client.query('rollback');
      await Promise.all([client.end(), watch.end()]);
    },
  };
}
