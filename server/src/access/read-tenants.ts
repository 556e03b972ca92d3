// Every tenant of this database, for what runs across them.

import { idFromUuid, type TenantId } from '@doorstep/core/ids.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { selectTenants } from './sql.ts';

export interface KnownTenant {
  readonly id: TenantId;
  readonly slug: string;
  readonly name: string;
}

export async function readTenants(gate: Pool): Promise<KnownTenant[]> {
  const rows = await inTransaction(gate, null, (tx) => tx.rows(selectTenants));
  return rows.map((row) => ({
    id: idFromUuid('tenant', row.tenant_id),
    slug: row.slug,
    name: row.name,
  }));
}
