// doorstep payments refund: gives the buyer money back.

import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import { grantRefund } from '@doorstep/contract/payments.ts';
import { previewRefund } from '@doorstep/contract/previews.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type LineOptions, lineOptions, linesAsked, unitsOf } from '../lines.ts';
import { given, type JsonOption, verb } from '../options.ts';
import { money, say } from '../print.ts';
import { amountOf } from './amount.ts';
import { sayPayments } from './say-payments.ts';

interface Options extends JsonOption, LineOptions {
  readonly amount?: string;
  readonly shipping?: string;
  readonly fees?: string;
  readonly allocation?: BodyOf<typeof grantRefund>['allocation'];
  readonly toCredit?: boolean;
  readonly preview?: boolean;
  readonly reason: BodyOf<typeof grantRefund>['reason'];
  readonly note?: string;
}

export function grantRefundCommand(payments: Command): void {
  const refund = verb(payments, 'refund <order>', 'grant the buyer money back')
    .option('--amount <amount>', 'e.g. 12.50')
    .option('--shipping <amount>', 'of what shipping cost')
    .option('--fees <amount>', 'of what fees cost')
    .option('--allocation <rule>', 'last-in-first-out, original-first or proportional')
    .option('--to-credit', 'to the store credit of the customer, not where the money came from')
    .requiredOption('--reason <reason>', 'goodwill, lost or other')
    .option('--note <text>', 'why, in words')
    .option('--preview', 'only say what it would do');
  lineOptions(refund, 'units of this line that the buyer keeps').action(
    async (order: string, options: Options) => {
      const { json, amount, shipping, fees, allocation, reason, note, preview, ...asked } = options;
      const { toCredit } = asked;
      const connection = await readConnection();
      const { currency, lines } = await callApi(connection, getOrder, { params: { order } });
      const input = given({
        amountMinor: amountOf(amount, currency),
        shippingMinor: amountOf(shipping, currency),
        feesMinor: amountOf(fees, currency),
        allocation,
        ...(toCredit === true && { destination: 'store-credit' as const }),
        lines: linesAsked(
          asked,
          unitsOf(lines, (line) => line.shipped - line.overshipped),
        ),
      });
      if (preview === true)
        return answer(previewRefund, { params: { order }, body: input }, { json }, sayPreview);
      const body = { ...input, reason, ...given({ note }) };
      await answer(grantRefund, { params: { order }, body }, { json }, (told) =>
        sayPayments(order, told),
      );
    },
  );
}

function sayPreview(preview: AnswerOf<typeof previewRefund>): void {
  const { amountMinor, currency, refundedNowMinor, approval, money: asked } = preview;
  say(`It would give back ${money(amountMinor, currency)}`);
  say(`  at once ${money(refundedNowMinor, currency)}; the rest is never taken`);
  for (const one of asked)
    if (one.currency !== currency)
      say(`  ${one.kind} ${money(one.amountMinor, one.currency)} by ${one.provider}`);
  if (approval === 'needed') say('  but not before a second person agrees');
}
