// doorstep payments show: what is due, what was asked of providers, what they did.

import { getOrderPayments } from '@doorstep/contract/payments.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { type JsonOption, verb } from '../options.ts';
import { sayPayments } from './say-payments.ts';

export function showPaymentsCommand(payments: Command): void {
  verb(payments, 'show <order>', 'the money of an order: due, asked for, done').action(
    async (order: string, { json }: JsonOption) =>
      answer(getOrderPayments, { params: { order } }, { json }, (told) => sayPayments(order, told)),
  );
}
