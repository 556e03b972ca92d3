// doorstep orders unhold: takes a hold off, by its handle or id, or the only one there is.

import { releaseHold } from '@doorstep/contract/order-notes.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { hint, say, sayJson } from '../print.ts';

export function unholdOrderCommand(orders: Command): void {
  verb(orders, 'unhold <order> [hold]', 'take a hold off, by its handle or id').action(
    async (order: string, name: string | undefined, { json }: JsonOption) => {
      const connection = await readConnection();
      const { holds, number } = await callApi(connection, getOrder, { params: { order } });
      const open = holds.filter((one) => one.releasedAt === null);
      const only = open.length === 1 && name === undefined ? open[0] : undefined;
      const meant = only ?? open.find((one) => one.id === name || one.handle === name);
      if (meant === undefined)
        throw new CommandError({
          what:
            name === undefined
              ? `Order ${number} has ${open.length} open holds.`
              : `Order ${number} has no open hold ${name}.`,
          remedy: `Its open holds: ${open.map((one) => one.handle).join(', ') || 'none'}.`,
          exitCode: 1,
        });
      const params = { order, hold: meant.id };
      const hold = await callApi(connection, releaseHold, { params });
      if (json) return sayJson(hold);
      say(`Took ${hold.handle} off; ${open.length - 1} more on order ${number}`);
      if (open.length === 1) hint(`Release it: doorstep orders release ${number}`);
    },
  );
}
