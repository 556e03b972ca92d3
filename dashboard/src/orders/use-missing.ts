// What no payment of an order covers yet, there or asked for.

import { worthOf } from '@doorstep/core/payments/conversion.ts';
import { missingMinor } from '@doorstep/core/payments/payment-account.ts';
import type { GetOrderPaymentsAnswer, Order } from '@doorstep/sdk';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session.tsx';

/** In the currency of the order; undefined: it is not known yet. */
export function useMissing(order: Order, queryKey: readonly unknown[]): number | undefined {
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: [...queryKey, 'money'],
    queryFn: ({ signal }) => api.getOrderPayments({ order: order.id }, { signal }),
  });
  return data === undefined ? undefined : missingOf(data, dueOf(order));
}

export function dueOf({ totalMinor, canceledMinor, grantedMinor }: Order): number {
  return Math.max(0, totalMinor - canceledMinor - grantedMinor);
}

/** @param dueMinor of an order that was not paid here so far */
export function missingOf({ account, payments }: GetOrderPaymentsAnswer, dueMinor: number): number {
  if (account === null) return dueMinor;
  const asked = payments.reduce((sum, { authorizingMinor, amountMinor, conversion }) => {
    const stated =
      conversion === null
        ? null
        : {
            amountMinor: BigInt(amountMinor),
            orderAmountMinor: BigInt(conversion.orderAmountMinor),
          };
    return sum + worthOf(BigInt(authorizingMinor), stated);
  }, 0n);
  const sums = {
    dueMinor: BigInt(account.dueMinor),
    authorizedMinor: BigInt(account.authorizedMinor),
    voidedMinor: BigInt(account.voidedMinor),
    capturedMinor: BigInt(account.capturedMinor),
    refundedMinor: BigInt(account.refundedMinor),
  };
  return Number(missingMinor(sums, asked));
}
