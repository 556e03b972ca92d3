// The customers of a batch of orders: found by e-mail address, or made.

import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { newId } from '../db/ids.ts';
import { addSearchTokens } from '../db/search-tokens.ts';
import type { Tx } from '../db/transaction.ts';
import { customerTokens } from './present-customer.ts';
import { insertCustomersByEmail, lockCustomersByEmail } from './sql.ts';

export interface BuyerContact {
  readonly email: string;
  readonly name: string | null;
  readonly phone: string | null;
}

export interface FoundCustomer {
  readonly id: CustomerId;
  /** Made just now, by the first contact with this address: append `customerCreated(id)`. */
  readonly created: boolean;
}

/** More rounds than one only when customers are erased or made elsewhere at the same moment. */
const ROUNDS_MAX = 5;

/**
 * One customer per contact, in the order given; contacts with the same address, in any case, are
 * one customer. A customer that is known keeps its name and phone. The rows stay locked against
 * erasure until the transaction ends, so orders it writes cannot miss one. Emits nothing.
 */
export async function findOrCreateCustomers(
  tx: Tx,
  contacts: readonly BuyerContact[],
  now: Date,
): Promise<FoundCustomer[]> {
  const wanted = new Map<string, BuyerContact>();
  for (const contact of contacts) {
    const email = contact.email.toLowerCase();
    if (!wanted.has(email)) wanted.set(email, { ...contact, email });
  }
  const found = new Map<string, CustomerId>();
  const created = new Set<CustomerId>();
  for (let round = 1; found.size < wanted.size; round += 1) {
    if (round > ROUNDS_MAX) throw new Error('customers were neither found nor made');
    const missing = [...wanted.keys()].filter((email) => !found.has(email));
    for (const row of await tx.rows(lockCustomersByEmail, [missing]))
      found.set(row.email, idFromUuid('customer', row.id));
    const unknown = [...wanted.values()].filter((contact) => !found.has(contact.email));
    for (const [email, id] of await insertUnknown(tx, unknown, now)) {
      found.set(email, id);
      created.add(id);
    }
  }
  return contacts.map((contact) => {
    const id = found.get(contact.email.toLowerCase());
    if (id === undefined) throw new Error('a contact has no customer');
    return { id, created: created.delete(id) };
  });
}

/** Makes those that nobody else is making; the others are found in the next round. */
async function insertUnknown(
  tx: Tx,
  unknown: readonly BuyerContact[],
  now: Date,
): Promise<Map<string, CustomerId>> {
  if (unknown.length === 0) return new Map();
  const rows = unknown.map((contact) => ({ ...contact, id: uuidOf(newId('customer')) }));
  const inserted = await tx.rows(insertCustomersByEmail, [JSON.stringify(rows), now]);
  const made = new Map(inserted.map((row) => [row.email, idFromUuid('customer', row.id)]));
  const findable = unknown.flatMap((contact) => {
    const id = made.get(contact.email);
    return id === undefined ? [] : [{ id, tokens: customerTokens(contact) }];
  });
  await addSearchTokens(tx, 'customer', findable);
  return made;
}
