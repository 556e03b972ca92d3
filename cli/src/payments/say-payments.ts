// The money of an order, in words.

import type { OrderPaymentsAnswer, PaymentAnswer } from '@doorstep/contract/payments.ts';
import { colors, hint, moment, money, say, sayTable, status } from '../print.ts';

export function sayPayments(order: string, told: OrderPaymentsAnswer): void {
  const { account, payments, intents, ledger, grantedRefunds, refundRequests, terms } = told;
  if (account === null) {
    say('This order is not paid through Doorstep.');
    return;
  }
  const inCurrency = (amountMinor: number) => money(amountMinor, account.currency);
  say(`${colors.bold(status(account.status))}  due ${inCurrency(account.dueMinor)}`);
  say(
    `Authorized ${inCurrency(account.authorizedMinor - account.voidedMinor)}, ` +
      `captured ${inCurrency(account.capturedMinor)}, refunded ${inCurrency(account.refundedMinor)}; ` +
      `captured at ${account.captureAt}`,
  );
  if (account.payBy !== null) say(`To be paid by ${moment(account.payBy)} UTC`);
  say();
  sayTable(
    ['payment', 'provider', 'of', 'authorized', 'captured', 'refunded', 'state', 'id'],
    payments.map((one) => [
      String(one.number),
      one.provider,
      money(one.amountMinor, one.currency),
      money(one.authorizedMinor - one.voidedMinor, one.currency),
      money(one.capturedMinor, one.currency),
      money(one.refundedMinor, one.currency),
      stateOf(one),
      colors.dim(one.id),
    ]),
  );
  for (const one of payments) sayConversion(one);
  sayIntents(order, intents);
  for (const one of grantedRefunds)
    say(
      `Granted back: ${inCurrency(one.amountMinor)}, ${one.reason}, ${moment(one.grantedAt)} UTC`,
    );
  for (const one of refundRequests.filter(({ state }) => state === 'waiting'))
    say(colors.yellow(`Waits for a second person: ${inCurrency(one.amountMinor)}, ${one.reason}`));
  for (const one of terms)
    say(
      `On terms, ${one.state}: ${inCurrency(one.owedMinor)} owed` +
        (one.dueAt === null ? '' : `, due ${moment(one.dueAt)} UTC`),
    );
  sayLedger(ledger, account.currency);
  if (payments.some((one) => one.blocked.length > 0 || one.declinedCode !== null))
    hint(`Ask the provider again: doorstep payments retry ${order}`);
  else if (payments.some((one) => one.provider === 'manual' && isMissing(one)))
    hint(`When money came: doorstep payments receipt ${order} --reference <its reference>`);
}

export function isMissing(payment: PaymentAnswer): boolean {
  return payment.authorizedMinor - payment.voidedMinor < payment.amountMinor;
}

export function sayPayment(payment: PaymentAnswer): void {
  const inCurrency = (amountMinor: number) => money(amountMinor, payment.currency);
  say(
    `Payment ${payment.number} by ${payment.provider}: ` +
      `authorized ${inCurrency(payment.authorizedMinor - payment.voidedMinor)}, ` +
      `captured ${inCurrency(payment.capturedMinor)}, refunded ${inCurrency(payment.refundedMinor)}`,
  );
}

function stateOf(payment: PaymentAnswer): string {
  if (payment.blocked.length > 0) return colors.red(`${payment.blocked.join(', ')} refused`);
  if (payment.declinedCode !== null) return colors.red(`declined: ${payment.declinedCode}`);
  return isMissing(payment) ? colors.yellow('waits') : colors.green('in order');
}

function sayConversion({ number, currency, amountMinor, conversion }: PaymentAnswer): void {
  if (conversion === null) return;
  const { orderAmountMinor, orderCurrency, rate, statedBy, statedAt } = conversion;
  say(
    `Payment ${number}: ${money(amountMinor, currency)} worth ` +
      `${money(orderAmountMinor, orderCurrency)} at ${rate}, stated by ${statedBy}, ` +
      `${moment(statedAt)} UTC`,
  );
}

function sayIntents(order: string, intents: OrderPaymentsAnswer['intents']): void {
  if (intents.length === 0) return;
  say();
  sayTable(
    ['still to do', 'amount', 'who', 'tries', 'intent'],
    intents.map((one) => [
      one.kind,
      money(one.amountMinor, one.currency),
      one.state === 'by-hand' ? colors.yellow('by hand') : 'the provider',
      one.attempts,
      one.id,
    ]),
  );
  const byHand = intents.find((one) => one.state === 'by-hand');
  if (byHand !== undefined)
    hint(`When it is done: doorstep payments done ${byHand.id} --reference <its reference>`);
  else hint(`See how it goes: doorstep payments show ${order}`);
}

function sayLedger(ledger: OrderPaymentsAnswer['ledger'], orderCurrency: string): void {
  if (ledger.length === 0) return;
  say();
  sayTable(
    ['happened', 'what', 'amount', 'reference'],
    ledger.map((one) => [
      moment(one.occurredAt),
      one.kind,
      one.currency === orderCurrency
        ? money(one.amountMinor, orderCurrency)
        : `${money(one.amountMinor, one.currency)}, worth ${money(one.orderAmountMinor, orderCurrency)}`,
      one.reference,
    ]),
  );
}
