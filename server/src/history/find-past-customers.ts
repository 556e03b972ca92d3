// The customers of a batch of the past: found by their external id, then by e-mail address, or made.

import type { PastCustomer } from '@doorstep/core/history/past-order.ts';
import { type CustomerId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import { customerCreated } from '../customers/customer-created.ts';
import { customerTokens } from '../customers/present-customer.ts';
import { newId } from '../db/ids.ts';
import { type CommandTx, LostRace } from '../db/run-command.ts';
import { addSearchTokens } from '../db/search-tokens.ts';
import { insertPastCustomers, lockPastCustomers, type PastCustomerRow } from './customers.sql.ts';

export type FindCustomer = (customer: PastCustomer | null) => CustomerId | null;

/** Who names neither an id nor an address is nobody that could be found again. */
function isKnowable(customer: PastCustomer | null): customer is PastCustomer {
  return customer !== null && (customer.externalId !== null || customer.email !== null);
}

/**
 * Finds them all; with `write` makes those that are missing. One who was erased stays erased: the
 * external id is gone with the rest, so a new customer is made.
 */
export async function findPastCustomers(
  tx: CommandTx,
  customers: readonly (PastCustomer | null)[],
  write: boolean,
): Promise<FindCustomer> {
  const wanted = customers.filter(isKnowable);
  const known = index(await tx.rows(lockPastCustomers, [idsOf(wanted), emailsOf(wanted)]));
  if (write) await makeMissing(tx, wanted, known);
  return (customer) => (isKnowable(customer) ? (lookUp(known, customer) ?? null) : null);
}

interface Known {
  readonly byExternalId: Map<string, CustomerId>;
  readonly byEmail: Map<string, CustomerId>;
}

function lookUp(known: Known, { externalId, email }: PastCustomer): CustomerId | undefined {
  return known.byExternalId.get(externalId ?? '') ?? known.byEmail.get(email ?? '');
}

function index(rows: readonly PastCustomerRow[]): Known {
  const known: Known = { byExternalId: new Map(), byEmail: new Map() };
  for (const row of rows)
    remember(known, idFromUuid('customer', row.id), row.external_id, row.email);
  return known;
}

function remember(
  known: Known,
  id: CustomerId,
  externalId: string | null,
  email: string | null,
): void {
  if (externalId !== null) known.byExternalId.set(externalId, id);
  if (email !== null) known.byEmail.set(email, id);
}

async function makeMissing(
  tx: CommandTx,
  wanted: readonly PastCustomer[],
  known: Known,
): Promise<void> {
  const made: { id: CustomerId; customer: PastCustomer }[] = [];
  for (const customer of wanted) {
    if (lookUp(known, customer) !== undefined) continue;
    const id = newId('customer');
    remember(known, id, customer.externalId, customer.email);
    made.push({ id, customer });
  }
  if (made.length === 0) return;
  const rows = made.map(({ id, customer }) => ({ id: uuidOf(id), ...customer }));
  const inserted = await tx.run(insertPastCustomers, [JSON.stringify(rows), tx.now]);
  if (inserted < made.length) throw new LostRace('a customer was made elsewhere meanwhile');
  await addSearchTokens(
    tx,
    'customer',
    made.map(({ id, customer }) => ({ id, tokens: customerTokens(customer) })),
  );
  for (const { id } of made) tx.emit(customerCreated(id));
}

function idsOf(customers: readonly PastCustomer[]): string[] {
  return [...new Set(customers.flatMap(({ externalId }) => externalId ?? []))];
}

function emailsOf(customers: readonly PastCustomer[]): string[] {
  return [...new Set(customers.flatMap(({ email }) => email ?? []))];
}
