// doorstep gift-cards issue: a new card, whose code is said this once.

import { issueGiftCard } from '@doorstep/contract/gift-cards.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { getOrder } from '@doorstep/contract/orders.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { currencyCode, given, type JsonOption, laterTime, verb } from '../options.ts';
import { amountOf } from '../payments/amount.ts';
import { hint, money, say } from '../print.ts';

interface Options extends JsonOption {
  readonly currency: string;
  readonly expires?: string;
  readonly customer?: string;
  readonly order?: string;
  readonly note?: string;
}

export function issueGiftCardCommand(cards: Command): void {
  verb(cards, 'issue <amount>', 'issue a gift card; its code is said this once')
    .requiredOption('--currency <code>', 'e.g. EUR', currencyCode)
    .option('--expires <time>', 'until when it may be spent, e.g. 365d', laterTime)
    .option('--customer <customer>', 'whose it is: an id or an e-mail address')
    .option('--order <order>', 'the order that it was sold with; without, it is a present')
    .option('--note <text>', 'why, in words')
    .action(async (text: string, options: Options) => {
      const { currency, expires, customer: named, order: reference, note, json } = options;
      const connection = await readConnection();
      const amountMinor = amountOf(text, currency) ?? 0;
      const customer = named && (await findCustomer(connection, named)).id;
      const order =
        reference && (await callApi(connection, getOrder, { params: { order: reference } })).id;
      const more = given({ expiresAt: expires, customer, order, note });
      const body = { amountMinor, currency, ...more };
      await answer(issueGiftCard, { body }, { json }, sayIssued);
    });
}

function sayIssued({ giftCard, code }: AnswerOf<typeof issueGiftCard>): void {
  const { availableMinor, currency, id } = giftCard;
  say(`${code ?? `…${giftCard.lastFour}`}  ${money(availableMinor, currency)}`);
  hint(`${id}. The code is not shown again.`);
}
