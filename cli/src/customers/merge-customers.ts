// doorstep customers merge: two records of one person become one, for good.

import { mergeCustomers, previewMerge } from '@doorstep/contract/customers.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { counted, hint, say } from '../print.ts';
import { findCustomer } from './find-customer.ts';

interface Options extends JsonOption {
  readonly from: string;
  readonly preview?: boolean;
}

export function mergeCustomersCommand(customers: Command): void {
  verb(customers, 'merge <customer>', 'merge another customer into this one, for good')
    .requiredOption('--from <customer>', 'who is the same person: an id or an e-mail address')
    .option('--preview', 'only say what it would do')
    .action(async (named: string, { from: other, preview, json }: Options) => {
      const connection = await readConnection();
      const [kept, gone] = [
        await findCustomer(connection, named),
        await findCustomer(connection, other),
      ];
      const params = { customer: kept.id };
      if (preview === true) {
        const query = { from: gone.id };
        return answer(previewMerge, { params, query }, { json }, sayPreview);
      }
      const body = { from: gone.id, version: kept.version, fromVersion: gone.version };
      await answer(mergeCustomers, { params, body }, { json }, ({ customer, orders }) =>
        say(`Merged into ${customer.name ?? customer.email ?? customer.id}: ${moved(orders)}`),
      );
    });
}

function sayPreview(preview: AnswerOf<typeof previewMerge>): void {
  const { after, gained, alsoKnownAs, orders, ownOrders } = preview;
  say(`${after.name ?? '–'}  ${after.email ?? '–'}  ${after.phone ?? '–'}`);
  if (gained.length > 0) say(`It takes ${gained.join(', ')} from the other`);
  if (alsoKnownAs.email !== null) say(`Also found as ${alsoKnownAs.email}`);
  say(`${moved(orders)} to the ${ownOrders} it has`);
  hint('Without --preview it is done, and cannot be undone.');
}

function moved(orders: number): string {
  return `${counted(orders, 'order')} ${orders === 1 ? 'moves' : 'move'}`;
}
