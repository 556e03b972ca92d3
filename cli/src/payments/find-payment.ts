// The payment that is meant: by its number within the order, its id, or the only one that fits.

import { getOrderPayments, type PaymentAnswer } from '@doorstep/contract/payments.ts';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import type { Connection } from '../config.ts';

/** @param fits which of them it may be when none is named */
export async function findPayment(
  connection: Connection,
  order: string,
  named: string | undefined,
  fits: (payment: PaymentAnswer) => boolean,
): Promise<PaymentAnswer> {
  const { payments } = await callApi(connection, getOrderPayments, { params: { order } });
  const meant =
    named === undefined
      ? payments.filter((one) => payments.length === 1 || fits(one))
      : payments.filter((one) => one.id === named || String(one.number) === named);
  const [payment] = meant;
  if (payment !== undefined && meant.length === 1) return payment;
  const known = payments.map((one) => `${one.number} (${one.provider})`).join(', ');
  throw new CommandError({
    what:
      named === undefined
        ? `Order ${order} has ${payments.length} payments, and ${meant.length} of them fit.`
        : `Order ${order} has no payment ${named}.`,
    remedy: known === '' ? 'Add one: doorstep payments add.' : `Name one with --payment: ${known}.`,
    exitCode: 1,
  });
}
