// doorstep status: is the server there, whose key is this, how many orders, how long is the log?

import { getMe } from '@doorstep/contract/account.ts';
import { listOrders } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { callApi } from './api.ts';
import { type Connection, readConnection } from './config.ts';
import { endOfLog } from './events/end-of-log.ts';
import { type JsonOption, verb } from './options.ts';
import { say, sayJson, sayTable, status } from './print.ts';

const STATUSES = ['open', 'on-hold', 'completed', 'canceled'] as const;
/** Counting further would read every order. */
const COUNT_MAX = 200;

export function statusCommand(parent: Command): void {
  verb(parent, 'status', 'whether the server answers, orders by status, the log').action(
    async ({ json }: JsonOption) => {
      const connection = await readConnection();
      // Who we are stands in the database, so this answer says that it works as well.
      const { tenant, actor, scopes } = await callApi(connection, getMe);
      const orders = scopes.includes('orders:read') ? await countOrders(connection) : [];
      const position = scopes.includes('events:read') ? await endOfLog(connection) : null;
      if (json) return sayJson({ url: connection.url, tenant, actor, orders, log: { position } });
      say(`Server    ${connection.url} answers, and so does its database`);
      say(`Tenant    ${tenant.name} (${tenant.slug}), ${tenant.currency}`);
      say(`You       ${actor.kind} ${actor.name}`);
      if (position !== null) say(`Log       ${position} events`);
      say();
      sayTable(
        ['orders', 'count'],
        orders.map((one) => [status(one.status), `${one.count}${one.more ? '+' : ''}`]),
      );
    },
  );
}

function countOrders(connection: Connection) {
  return Promise.all(
    STATUSES.map(async (word) => {
      const query = { status: word, limit: COUNT_MAX };
      const { items, nextCursor } = await callApi(connection, listOrders, { query });
      return { status: word, count: items.length, more: nextCursor !== null };
    }),
  );
}
