// Who the caller is.

import type { MeAnswer } from '@doorstep/contract/account.ts';
import { type Id, uuidOf } from '@doorstep/core/ids.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Tx } from '../db/transaction.ts';
import type { Principal } from '../http/principal.ts';
import { showProfile } from './show-profile.ts';
import { selectApiKey } from './sql.ts';
import { type OwnTenantRow, selectOwnTenant } from './users.sql.ts';

/** What the request says of the browser it came from. */
export interface FromBrowser {
  readonly csrfToken: string | null;
  readonly tenants: MeAnswer['tenants'];
}

export async function showMe(
  tx: Tx,
  principal: Principal,
  { csrfToken, tenants }: FromBrowser,
): Promise<MeAnswer | Refusal> {
  const { actor, scopes, session } = principal;
  if (actor.kind === 'system') throw new Error('the system does not call its own API');
  const isUser = actor.kind === 'user';
  const [tenant, profile, key] = await Promise.all([
    tx.row(selectOwnTenant),
    isUser ? showProfile(tx, actor.id as Id<'user'>) : undefined,
    isUser ? undefined : tx.row(selectApiKey, [uuidOf(actor.id as Id<'apiKey'>)]),
  ]);
  const named = profile ?? key;
  if (tenant === undefined || named === undefined)
    return refuse('not-found', 'The tenant or the caller is no longer there.');
  return {
    tenant: presentTenant(principal, tenant),
    actor: { kind: actor.kind, id: actor.id, name: named.name },
    scopes: [...scopes],
    profile: profile ?? null,
    session: session === null ? null : { id: session, csrfToken },
    tenants: [...tenants],
  };
}

function presentTenant(
  { tenant }: Principal,
  { slug, name, currency, logo, look }: OwnTenantRow,
): MeAnswer['tenant'] {
  const { accentColor = null, language = null, timeZone = null } = look ?? {};
  return { id: tenant, slug, name, currency, look: { accentColor, language, timeZone, logo } };
}
