// A customer as the wire shows it, and what search finds it by.

import type { CustomerAnswer } from '@doorstep/contract/customers.ts';
import type { Person } from '@doorstep/core/customers/merge.ts';
import { idFromUuid } from '@doorstep/core/ids.ts';
import { phoneTokens, SEARCH_TOKENS_MAX, searchTokens } from '@doorstep/core/search.ts';
import type { CustomerRow } from './sql.ts';

export function presentCustomer(row: CustomerRow): CustomerAnswer {
  return {
    id: idFromUuid('customer', row.id),
    externalId: row.external_id,
    email: row.email,
    name: row.name,
    phone: row.phone,
    createdAt: row.created_at.toISOString(),
    erasedAt: row.erased_at?.toISOString() ?? null,
    mergedInto: row.merged_into === null ? null : idFromUuid('customer', row.merged_into),
    version: row.version,
  };
}

export interface Findable {
  readonly externalId?: string | null;
  readonly email?: string | null;
  readonly name?: string | null;
  readonly phone?: string | null;
}

/**
 * A phone number is found as written, as its bare digits, and by its end; who was merged into the customer, as the
 * customer.
 */
export function customerTokens(customer: Findable, aliases: readonly Findable[] = []): string[] {
  const all = [customer, ...aliases];
  const phones = all.flatMap(({ phone }) => phone ?? []);
  const texts = all.flatMap(({ externalId, email, name, phone }) => [
    email,
    externalId,
    phone?.replaceAll(/\D/g, ''),
    phone,
    name,
  ]);
  const words = searchTokens(texts.filter((text) => typeof text === 'string'));
  return [...new Set([...phones.flatMap(phoneTokens), ...words])].slice(0, SEARCH_TOKENS_MAX);
}

/** The row in the words of core. */
export function personOf(row: CustomerRow): Person {
  return { externalId: row.external_id, email: row.email, name: row.name, phone: row.phone };
}
