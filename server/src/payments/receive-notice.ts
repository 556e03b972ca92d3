// What a provider sends to our door. It is taken only when the provider proves that it was sent by it,
// for the account that is named, and of a payment that began with this account. Late, early, twice or
// a hundred times at once: what it says is recorded as a fact, once.

import { systemActor } from '@doorstep/core/access/actor.ts';
import { idFromUuid, type PaymentId, parseId, type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type {
  MoneyNotice,
  NoticeDelivery,
  ProviderNotice,
  ProviderRisk,
} from '@doorstep/core/payments/provider.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { type CommandTx, runCommand } from '../db/run-command.ts';
import { inTransaction } from '../db/transaction.ts';
import type { AskDeps } from './ask-provider.ts';
import {
  recordConnectionNotice,
  selectAddressee,
  selectSealedConnection,
} from './connections.sql.ts';
import { wakeIntents } from './intents.sql.ts';
import { type LockedPayment, lockPayment } from './lock-payment.ts';
import { type ConnectionId, providerAccount } from './provider-account.ts';
import { recordAuthorization } from './record-authorization.ts';
import { recordDispute } from './record-dispute.ts';
import { recordPaymentFact } from './record-payment-fact.ts';
import { recordReturnedRefund } from './record-returned-refund.ts';
import { recordRiskSignal } from './record-risk-signal.ts';
import { selectConnectionOfPayment } from './sql.ts';

export interface NoticeDeps extends AskDeps {
  readonly gate: Pool;
  readonly now: () => Date;
}

/** @returns refusals: `not-found`, `webhook-signature-invalid` */
export async function receiveNotice(
  deps: NoticeDeps,
  name: string,
  connection: ConnectionId,
  delivery: NoticeDelivery,
): Promise<{ notices: number } | Refusal> {
  const provider = deps.providers.get(name);
  const addressee = await inTransaction(deps.gate, null, (tx) =>
    tx.row(selectAddressee, [uuidOf(connection)]),
  );
  if (provider?.hear === undefined || addressee?.provider !== name)
    return refuse('not-found', `There is no connection ${connection} to ${name}.`);
  const tenant = idFromUuid('tenant', addressee.tenant_id);
  const row = await inTransaction(deps.app, tenant, (tx) =>
    tx.row(selectSealedConnection, [uuidOf(connection)]),
  );
  if (row === undefined)
    return refuse('not-found', `There is no connection ${connection} to ${name}.`);
  const heard = await provider.hear(delivery, providerAccount(deps.secrets, tenant, row));
  if (heard.outcome === 'not-genuine') return refuse('webhook-signature-invalid', heard.reason);
  let recorded = 0;
  for (const notice of heard.notices)
    if (await record(deps, tenant, connection, notice)) recorded += 1;
  return { notices: recorded };
}

/** @returns false: it is about no payment of this account */
async function record(
  deps: NoticeDeps,
  tenant: TenantId,
  connection: ConnectionId,
  notice: ProviderNotice,
): Promise<boolean> {
  const context = { tenant, actor: systemActor('payments'), now: deps.now() };
  const { outcome } = await runCommand(deps.app, context, null, async (tx) => {
    await tx.run(recordConnectionNotice, [uuidOf(connection), tx.now]);
    if (!(await isOfConnection(tx, notice.payment, connection))) return false;
    const locked = await lockPayment(tx, notice.payment);
    if (isRefusal(locked)) return locked;
    await recordNotice(tx, locked, notice);
    return true;
  });
  return outcome === true;
}

async function isOfConnection(
  tx: CommandTx,
  payment: PaymentId,
  connection: ConnectionId,
): Promise<boolean> {
  const row = await tx.row(selectConnectionOfPayment, [uuidOf(payment)]);
  return row?.connection_id !== null && row?.connection_id !== undefined
    ? idFromUuid('providerConnection', row.connection_id) === connection
    : false;
}

async function recordNotice(
  tx: CommandTx,
  locked: LockedPayment,
  notice: ProviderNotice,
): Promise<void> {
  const { order, payment } = locked;
  switch (notice.about) {
    case 'money':
      return recordFact(tx, locked, notice);
    case 'risk':
      return recordRiskSignal(tx, order, {
        ...riskOf(notice),
        source: payment.provider,
        payment: payment.id,
      });
    case 'dispute':
      return recordDispute(tx, locked, notice);
    case 'decision':
      await tx.run(wakeIntents, [uuidOf(order), tx.now, uuidOf(payment.id)]);
      return;
    case 'failed-refund':
      await recordReturnedRefund(tx, locked, notice);
  }
}

function riskOf({ level, score, detail, reference }: ProviderRisk): ProviderRisk {
  return { level, score, detail, reference };
}

async function recordFact(
  tx: CommandTx,
  { payment }: LockedPayment,
  { kind, reference, amountMinor, occurredAt, key, fee, expiresAt, releasedMinor }: MoneyNotice,
): Promise<void> {
  const intent = parseId('paymentIntent', key ?? '');
  await recordPaymentFact(
    tx,
    payment.id,
    {
      kind,
      reference,
      amountMinor: Number(amountMinor),
      occurredAt: occurredAt.toISOString(),
      ...(intent === undefined ? {} : { intent }),
    },
    { fee, isCertain: true, releasedMinor },
  );
  if (kind === 'authorized')
    await recordAuthorization(tx, payment, {
      reference,
      ...(expiresAt === undefined ? {} : { expiresAt }),
    });
}
