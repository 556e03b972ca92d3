// Hears what providers that run in this process tell of their own accord, as their notifications
// over HTTP are heard: as facts, late, early or twice.

import { systemActor } from '@doorstep/core/access/actor.ts';
import type { HearNotice, PaymentNotice } from '@doorstep/core/payments/provider.ts';
import type { Logger } from 'pino';
import type { Pool } from '../db/pool.ts';
import { runCommand } from '../db/run-command.ts';
import { recordPaymentFact } from './record-payment-fact.ts';

interface ListenerDeps {
  readonly app: Pool;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface NoticeListener {
  readonly hear: HearNotice;
  /** Resolves when all that was heard is recorded. */
  settled(): Promise<void>;
}

/** @param depsOf asked when there is something to record: providers are there before the runtime */
export function noticeListener(depsOf: () => ListenerDeps): NoticeListener {
  const underWay = new Set<Promise<void>>();
  return {
    hear(notice) {
      const done = record(depsOf(), notice).finally(() => underWay.delete(done));
      underWay.add(done);
      return done;
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

async function record({ app, now, log }: ListenerDeps, notice: PaymentNotice): Promise<void> {
  const { tenant, payment, kind, reference } = notice;
  const fact = {
    kind,
    reference,
    amountMinor: Number(notice.amountMinor),
    occurredAt: notice.occurredAt.toISOString(),
  };
  try {
    const context = { tenant, actor: systemActor('payments'), now: now() };
    await runCommand(app, context, null, (tx) => recordPaymentFact(tx, payment, fact));
  } catch (error) {
    // As with a notification that got lost: the answer tells the same.
    log.warn({ err: error, tenant, payment, reference }, 'a notice of a provider was not recorded');
  }
}
