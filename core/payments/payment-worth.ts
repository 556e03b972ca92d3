// The money of a payment in the currency of its order. Each movement is worth by how much it changes
// the worth of a sum: what is held, what was captured, what was refunded, what a dispute took.

import { sumReaching, sumWithin, worthOf } from './conversion.ts';
import {
  capturable,
  type IntentKind,
  type LedgerKind,
  type Payment,
  type PaymentMoney,
  refundable,
} from './payment.ts';

type Converted = PaymentMoney & Pick<Payment, 'conversion'>;

/** What is authorized and was not given back, captured or not. */
const heldBy = ({ authorized, voided }: Converted): bigint => authorized - voided;
const takenFrom = ({ captured, capturing }: Converted): bigint => captured + capturing;
/** What the buyer has back by a refund or a dispute, or is about to have. */
const givenTo = ({ refunded, refunding, disputed }: Converted): bigint =>
  refunded + refunding + disputed;

/**
 * What a movement adds to the sum of its kind.
 *
 * @param payment as it was before it
 */
export function worthOfMovement(payment: Converted, kind: LedgerKind, amountMinor: bigint): bigint {
  const { conversion, captured, refunded, disputed } = payment;
  const rise = (from: bigint, to: bigint) => worthOf(to, conversion) - worthOf(from, conversion);
  const held = heldBy(payment);
  switch (kind) {
    case 'authorized':
      return rise(held, held + amountMinor);
    case 'voided':
      return rise(held - amountMinor, held);
    case 'captured':
      return rise(captured, captured + amountMinor);
    case 'refunded':
      return rise(refunded, refunded + amountMinor);
    case 'returned':
      return rise(refunded - amountMinor, refunded);
    case 'disputed':
      return rise(disputed, disputed + amountMinor);
    case 'reinstated':
      return rise(disputed - amountMinor, disputed);
  }
}

/** What it will be worth, if it is done after all that is asked for already. */
export function worthOfIntent(payment: Converted, kind: IntentKind, amountMinor: bigint): bigint {
  const { conversion, authorizing, voiding, refunded, refunding } = payment;
  const rise = (from: bigint) =>
    worthOf(from + amountMinor, conversion) - worthOf(from, conversion);
  switch (kind) {
    case 'authorize':
      return rise(heldBy(payment) + authorizing - amountMinor);
    case 'capture':
      return rise(takenFrom(payment));
    case 'refund':
      return rise(refunded + refunding);
    case 'void':
      return rise(heldBy(payment) - voiding - amountMinor);
  }
}

export function authorizingWorth(payment: Converted): bigint {
  return worthOfIntent(payment, 'authorize', payment.authorizing);
}

/** What was captured or is about to be, less what went back because it was asked for. */
export function netAskedWorth(payment: Converted): bigint {
  const { conversion, refunded, refunding, unaskedRefunded } = payment;
  const back = refunded + refunding - unaskedRefunded;
  return worthOf(takenFrom(payment), conversion) - worthOf(back, conversion);
}

export function capturedWorth({ captured, conversion }: Converted): bigint {
  return worthOf(captured, conversion);
}

/** What was captured and the buyer has not, nor is about to have. */
export function keptWorth(payment: Converted): bigint {
  return capturedWorth(payment) - worthOf(givenTo(payment), payment.conversion);
}

/** What was captured and not refunded; what a dispute took may come back. */
export function netWorth({ captured, refunded, conversion }: Converted): bigint {
  return worthOf(captured, conversion) - worthOf(refunded, conversion);
}

/** What is held or being captured, and is not there yet. */
export function comingWorth(payment: Converted): bigint {
  const all = takenFrom(payment) + capturable(payment);
  return worthOf(all, payment.conversion) - capturedWorth(payment);
}

export function capturableWorth(payment: Converted): bigint {
  return worthOfIntent(payment, 'capture', capturable(payment));
}

export function refundableWorth(payment: Converted): bigint {
  const given = givenTo(payment);
  const { conversion } = payment;
  return worthOf(given + refundable(payment), conversion) - worthOf(given, conversion);
}

/** How much to capture, so that it is worth so much: all there is, if that is not worth more. */
export function amountToCapture(payment: Converted, worthMinor: bigint): bigint {
  if (worthMinor <= 0n) return 0n;
  if (worthMinor >= capturableWorth(payment)) return capturable(payment);
  const { conversion } = payment;
  const taken = takenFrom(payment);
  return sumReaching(worthOf(taken, conversion) + worthMinor, conversion) - taken;
}

/** How much to refund, so that it is worth no more than this: all there is, if that is not. */
export function amountToRefund(payment: Converted, worthMinor: bigint): bigint {
  if (worthMinor <= 0n) return 0n;
  if (worthMinor >= refundableWorth(payment)) return refundable(payment);
  const { conversion } = payment;
  const given = givenTo(payment);
  const amount = sumWithin(worthOf(given, conversion) + worthMinor, conversion) - given;
  return amount > 0n ? amount : 0n;
}
