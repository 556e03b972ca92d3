// Makes a tenant. Done by whoever owns the database, from the command line; never over HTTP.

import { idFromUuid, type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import pg from 'pg';
import { newId } from '../db/ids.ts';
import { insertTenant, selectTenantBySlug } from './sql.ts';

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
}

/** Creates the tenant, or finds the one with this slug. `url` must connect as the owner. */
export async function createTenant(
  url: string,
  tenant: NewTenant,
): Promise<{ id: TenantId; created: boolean }> {
  const client = new pg.Client({ connectionString: url, application_name: 'doorstep tenants' });
  await client.connect();
  try {
    const found = await client.query<{ tenant_id: string }>(selectTenantBySlug.text, [tenant.slug]);
    const known = found.rows[0];
    if (known !== undefined) return { id: idFromUuid('tenant', known.tenant_id), created: false };
    const id = newId('tenant');
    await client.query(insertTenant.text, [
      uuidOf(id),
      tenant.slug,
      tenant.name,
      tenant.currency,
      new Date(),
    ]);
    return { id, created: true };
  } finally {
    await client.end();
  }
}
