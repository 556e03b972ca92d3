// Connects a tenant's account at a payment provider. Its secrets are sealed at once; no answer, event
// or log line holds them.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type {
  createProviderConnection as operation,
  ProviderConnectionAnswer,
} from '@doorstep/contract/provider-connections.ts';
import { uuidOf } from '@doorstep/core/ids.ts';
import type {
  AccountForm,
  AccountSecrets,
  AccountSettings,
  PaymentProviders,
} from '@doorstep/core/payments/provider.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { SecretBox } from '../access/secret-box.ts';
import { newId } from '../db/ids.ts';
import type { CommandTx } from '../db/run-command.ts';
import { insertConnection, lockConnections } from './connections.sql.ts';
import { sealSecrets } from './provider-account.ts';
import { readWrittenConnection } from './read-connection.ts';

export interface ConnectionDeps {
  readonly secrets: SecretBox;
  readonly providers: PaymentProviders;
}

/** @returns refusals: `payment-provider-unknown`, `provider-connection-invalid`, `already-exists` */
export async function createConnection(
  tx: CommandTx,
  { secrets: box, providers }: ConnectionDeps,
  { provider, name, secrets, settings = {}, active = true }: BodyOf<typeof operation>,
): Promise<ProviderConnectionAnswer | Refusal> {
  const form = accountForm(providers, provider);
  if (isRefusal(form)) return form;
  const wrong = refuseAccount(form, secrets, settings);
  if (wrong !== undefined) return wrong;
  const others = await tx.rows(lockConnections);
  if (active && others.some((one) => one.provider === provider && one.active))
    return refuseInUse(provider);
  const id = newId('providerConnection');
  const sealed = sealSecrets(box, tx.tenant, id, secrets);
  const fields = [provider, name, settings, sealed, active, tx.now];
  if ((await tx.run(insertConnection, [uuidOf(id), ...fields])) === 0) return refuseInUse(provider);
  tx.emit({
    type: 'provider-connection.created.v1',
    subject: id,
    version: 1,
    data: { provider, active },
  });
  return readWrittenConnection(tx, providers, id);
}

/** What an account with this provider must hold. */
export function accountForm(providers: PaymentProviders, provider: string): AccountForm | Refusal {
  const connectable = [...providers.values()].filter((one) => one.accounts !== null);
  const form = connectable.find((one) => one.name === provider)?.accounts ?? null;
  if (form !== null) return form;
  return refuse('payment-provider-unknown', `${provider} is no provider that is connected.`, {
    provider,
    providers: connectable.map((one) => one.name),
  });
}

/** `provider-connection-invalid` when something is missing, too much, or of the other mode. */
export function refuseAccount(
  form: AccountForm,
  secrets: AccountSecrets,
  settings: AccountSettings,
): Refusal | undefined {
  const missing = form.secrets.filter((name) => secrets[name] === undefined);
  const unknown = [
    ...Object.keys(secrets).filter((name) => !form.secrets.includes(name)),
    ...Object.keys(settings).filter((name) => !form.settings.includes(name)),
  ];
  const problem =
    missing.length > 0
      ? `It lacks ${missing.join(', ')}.`
      : unknown.length > 0
        ? `It has no use for ${unknown.join(', ')}.`
        : form.check(secrets, settings);
  if (problem === undefined) return undefined;
  return refuse('provider-connection-invalid', problem, { missing, unknown });
}

export function refuseInUse(provider: string): Refusal {
  return refuse('already-exists', `Another account with ${provider} is in use.`, {
    field: 'provider',
  });
}
