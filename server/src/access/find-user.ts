// The user of a tenant's slug and an e-mail address, as somebody typed them.

import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { selectTenantBySlug } from './sql.ts';
import { type SignInRow, selectUserForSignIn } from './users.sql.ts';

export interface KnownUser {
  readonly tenant: TenantId;
  readonly user: SignInRow;
}

export async function findUser(
  { app, gate }: { readonly app: Pool; readonly gate: Pool },
  slug: string,
  email: string,
): Promise<KnownUser | undefined> {
  const row = await inTransaction(gate, null, (tx) => tx.row(selectTenantBySlug, [slug]));
  if (row === undefined) return undefined;
  const tenant = idFromUuid('tenant', row.tenant_id);
  const user = await inTransaction(app, tenant, (tx) =>
    tx.row(selectUserForSignIn, [email.toLowerCase()]),
  );
  return user === undefined ? undefined : { tenant, user };
}
