// The money side of one captured order: its account, its payments, and what providers are to do.

import { uuidOf } from '@doorstep/core/ids.ts';
import type { PaymentProviders } from '@doorstep/core/payments/provider.ts';
import { type PaymentRows, paymentRows } from '../payments/payment-rows.ts';
import type { DecidedOrder } from './capture-job.ts';

export interface CapturedPayments {
  readonly account: object;
  readonly rows: PaymentRows;
}

/** Null where nobody here sees to the money. */
export function capturedPayments(
  { job, channel, order, payments }: DecidedOrder,
  { now, providers }: { readonly now: Date; readonly providers: PaymentProviders },
): CapturedPayments | null {
  if (payments.length === 0) return null;
  const { currency } = job.request;
  const { totalMinor } = order.total;
  const rows = paymentRows(payments, {
    order: job.order,
    actor: job.actor,
    now,
    providers,
    count: 0,
    cause: 'capture',
  });
  const minutes = channel.paymentTimeoutMinutes;
  const isUnpaid = rows.receivedMinor < totalMinor;
  return {
    account: {
      order: uuidOf(job.order),
      currency,
      captureAt: channel.captureAt,
      due: String(totalMinor),
      granted: '0',
      earned: String(channel.captureAt === 'authorization' ? totalMinor : 0n),
      finished: false,
      authorized: String(rows.receivedMinor),
      captured: String(rows.receivedMinor),
      payBy: isUnpaid && minutes !== null ? new Date(now.getTime() + minutes * 60_000) : null,
    },
    rows,
  };
}
