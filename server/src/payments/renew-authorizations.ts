// Sees to authorizations before they run out: holds the money for longer where the provider can, else
// shows it to people while they can still ship, or ask the buyer again. The key of a renewal is made
// of the payment and the authorization it renews, so a crash at any point repeats the same call.

import { systemActor } from '@doorstep/core/access/actor.ts';
import {
  idFromUuid,
  type OrderId,
  type PaymentId,
  type TenantId,
  uuidOf,
} from '@doorstep/core/ids.ts';
import { capturable } from '@doorstep/core/payments/payment.ts';
import type { ProviderAnswer } from '@doorstep/core/payments/provider.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import type { Logger } from 'pino';
import type { Pool } from '../db/pool.ts';
import { type CommandTx, runCommand } from '../db/run-command.ts';
import { inTransaction, lookOnce } from '../db/transaction.ts';
import { emitOfOrder } from '../log/emit-of-order.ts';
import { type AskDeps, openAccount, unlessAborted, withoutSecrets } from './ask-provider.ts';
import { lockPayment } from './lock-payment.ts';
import { type OrderPayment, readPayments } from './read-payments.ts';
import { recordAuthorization } from './record-authorization.ts';
import {
  type DueRenewalRow,
  forgetRenewal,
  leaseRenewals,
  selectTenantsWithDueRenewals,
} from './sql.ts';

export interface RenewDeps extends AskDeps {
  readonly clock: Pool;
  readonly now: () => Date;
  readonly log: Logger;
}

const CALL_MS_MAX = 20_000;
/** Longer than a call; what was not recorded by then is tried again, under the same key. */
const PUT_OFF_MS = 15 * 60_000;
const TOGETHER = 8;

/** @returns in how many milliseconds to look again: at once while there are more, else `restMs` */
export async function renewAuthorizations(deps: RenewDeps, restMs: number): Promise<number> {
  const tenants = await lookOnce(deps.clock, selectTenantsWithDueRenewals, [deps.now()]);
  let seen = 0;
  for (const { tenant_id } of tenants) {
    const tenant = idFromUuid('tenant', tenant_id);
    const until = new Date(deps.now().getTime() + PUT_OFF_MS);
    const due = await inTransaction(deps.app, tenant, (tx) =>
      tx.rows(leaseRenewals, [deps.now(), until, TOGETHER]),
    );
    await Promise.all(due.map((row) => seeTo(deps, tenant, row)));
    seen += due.length;
  }
  return seen > 0 ? 0 : restMs;
}

/** Never rejects. */
async function seeTo(deps: RenewDeps, tenant: TenantId, row: DueRenewalRow): Promise<void> {
  const id = idFromUuid('payment', row.id);
  const order = idFromUuid('order', row.order_id);
  try {
    const payments = await inTransaction(deps.app, tenant, (tx) => readPayments(tx, order));
    const payment = payments.find((one) => one.id === id);
    if (payment === undefined) return;
    const answer = capturable(payment) === 0n ? null : await renew(deps, tenant, order, payment);
    const context = { tenant, actor: systemActor('payments'), now: deps.now() };
    await runCommand(deps.app, context, null, (tx) => record(tx, id, payment, answer));
  } catch (error) {
    const reason = withoutSecrets(error instanceof Error ? error.message : String(error), null);
    deps.log.warn({ reason, tenant, payment: id }, 'an authorization is renewed later');
  }
}

async function renew(
  deps: RenewDeps,
  tenant: TenantId,
  order: OrderId,
  payment: OrderPayment,
): Promise<ProviderAnswer> {
  const provider = deps.providers.get(payment.provider);
  if (provider?.renew === undefined)
    return { outcome: 'declined', code: 'not-renewable', detail: '', final: true };
  const signal = AbortSignal.timeout(CALL_MS_MAX);
  const account = provider.accounts === null ? null : await openAccount(deps, tenant, payment.id);
  return unlessAborted(
    signal,
    provider.renew({
      key: `${payment.id}-${payment.reference}`,
      tenant,
      order,
      payment: payment.id,
      amountMinor: capturable(payment),
      currency: payment.currency,
      token: payment.token,
      reference: payment.reference,
      isLast: false,
      intendedAt: deps.now(),
      account,
      signal,
    }),
  );
}

/** @param answer null: nothing is held any more */
async function record(
  tx: CommandTx,
  id: PaymentId,
  before: OrderPayment,
  answer: ProviderAnswer | null,
): Promise<null> {
  const locked = await lockPayment(tx, id);
  if (isRefusal(locked)) return null;
  const { order, payment } = locked;
  const gone = { type: 'authorization-expiring', cause: id } as const;
  await tx.run(forgetRenewal, [uuidOf(id)]);
  if (answer === null || capturable(payment) === 0n) tx.clear(gone);
  else if (answer.outcome === 'succeeded') {
    await recordAuthorization(tx, payment, answer);
    tx.clear(gone);
    await emitOfOrder(tx, order, 'payment.authorization_renewed.v1', {
      payment: id,
      expiresAt: answer.expiresAt?.toISOString() ?? null,
    });
  } else
    tx.raise({
      ...gone,
      about: { order, payment: id },
      data: {
        amountMinor: Number(capturable(payment)),
        currency: payment.currency,
        code: answer.outcome === 'declined' ? answer.code : answer.outcome,
      },
      ...(before.expiresAt === null ? {} : { deadline: before.expiresAt }),
    });
  return null;
}
