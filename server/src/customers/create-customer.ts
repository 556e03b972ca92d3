// Makes a customer.

import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { addSearchTokens } from '../db/search-tokens.ts';
import { customerCreated } from './customer-created.ts';
import { customerTokens, type Findable, presentCustomer } from './present-customer.ts';
import { refuseTaken } from './refuse-taken.ts';
import { insertCustomer } from './sql.ts';

/** @returns refusal: `already-exists` */
export async function createCustomer(
  tx: CommandTx,
  input: Findable,
): Promise<CustomerAnswer | Refusal> {
  const id = newId('customer');
  const email = input.email?.toLowerCase() ?? null;
  const externalId = input.externalId ?? null;
  const taken = await refuseTaken(tx, id, email, externalId);
  if (taken !== undefined) return taken;
  const row = await tx.row(insertCustomer, [
    uuidOf(id),
    externalId,
    email,
    input.name ?? null,
    input.phone ?? null,
    tx.now,
  ]);
  if (row === undefined)
    return (
      (await refuseTaken(tx, id, email, externalId)) ??
      refuse('already-exists', 'Another customer had this e-mail address.', { field: 'email' })
    );
  await addSearchTokens(tx, 'customer', [{ id, tokens: customerTokens({ ...input, email }) }]);
  tx.emit(customerCreated(id));
  return presentCustomer(row);
}
