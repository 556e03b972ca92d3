// Where a customer's orders went, what was noted on them, and what else the customer is known by.

import type { readCustomerContacts as operation } from '@doorstep/contract/customer-orders.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { nameActors } from '../access/name-actors.ts';
import { selectAliases } from '../customers/merge.sql.ts';
import { personOf } from '../customers/present-customer.ts';
import { selectCustomer } from '../customers/sql.ts';
import type { Tx } from '../db/transaction.ts';
import { selectAddressesOfCustomer, selectNotesOfCustomer } from './customer-orders.sql.ts';
import { actorsOfNote, presentNote } from './present-note.ts';

const ORDERS_MAX = 200;

/** @returns refusal: `not-found` */
export async function readCustomerContacts(
  tx: Tx,
  customer: CustomerId,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const id = uuidOf(customer);
  const [known, aliases, addresses, notes] = await Promise.all([
    tx.row(selectCustomer, [id]),
    tx.rows(selectAliases, [id]),
    tx.rows(selectAddressesOfCustomer, [id, ORDERS_MAX]),
    tx.rows(selectNotesOfCustomer, [id, ORDERS_MAX]),
  ]);
  if (known === undefined) return refuse('not-found', `There is no customer ${customer}.`);
  const names = await nameActors(tx, notes.flatMap(actorsOfNote));
  return {
    alsoKnownAs: aliases.map((row) => ({
      customer: idFromUuid('customer', row.id),
      ...personOf(row),
    })),
    addresses: addresses.map(({ kind, address, orders, last_at }) => ({
      kind,
      address,
      orders,
      lastUsedAt: last_at.toISOString(),
    })),
    notes: notes.map((row) => {
      const { id: note, text, author, createdAt } = presentNote(row, names);
      const order = idFromUuid('order', row.order_id);
      return { id: note, order, number: String(row.number), text, author, createdAt };
    }),
    names,
  };
}
