// doorstep gift-cards: issue them, see what is left, disable and adjust them.

import {
  adjustGiftCard,
  changeGiftCard,
  type GiftCardAnswer,
  getGiftCard,
  listGiftCards,
  lookUpGiftCard,
} from '@doorstep/contract/gift-cards.ts';
import type { QueryOf } from '@doorstep/contract/operation.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { findCustomer } from '../customers/find-customer.ts';
import { given, type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { amountOf } from '../payments/amount.ts';
import { colors, moment, money, say, sayTable, status } from '../print.ts';
import { issueGiftCardCommand } from './issue-gift-card.ts';

interface Options extends ListOptions {
  readonly ending?: string;
  readonly customer?: string;
  readonly state?: NonNullable<QueryOf<typeof listGiftCards>['state']>;
}

export function giftCardCommands(cards: Command): void {
  listVerb(cards, 'list gift cards, newest first')
    .option('--ending <characters>', 'the last four of the code')
    .option('--customer <customer>', 'whose they are: an id or an e-mail address')
    .option('--state <state>', 'active, used, expired or disabled')
    .action(async ({ ending, customer: named, state, ...options }: Options) => {
      const customer =
        named === undefined ? undefined : (await findCustomer(await readConnection(), named)).id;
      const query = given({ lastFour: ending, customer, state });
      await answerList(listGiftCards, { query }, options, 'No gift cards.', sayCards);
    });
  issueGiftCardCommand(cards);
  verb(cards, 'show <card>', 'one gift card, by its id').action(
    async (giftCard: string, { json }: JsonOption) =>
      answer(getGiftCard, { params: { giftCard } }, { json }, sayCard),
  );
  verb(cards, 'look-up <code>', 'what is left on a card, by its code').action(
    async (code: string, { json }: JsonOption) =>
      answer(lookUpGiftCard, { body: { code } }, { json }, sayCard),
  );
  for (const [name, disabled, does] of [
    ['disable', true, 'let a card pay for nothing more'],
    ['enable', false, 'let a card pay again'],
  ] as const)
    verb(cards, `${name} <card>`, does).action(async (giftCard: string, { json }: JsonOption) =>
      answer(changeGiftCard, { params: { giftCard }, body: { disabled } }, { json }, sayCard),
    );
  adjustCommand(cards);
}

interface Adjusting extends JsonOption {
  readonly reason: string;
  readonly note?: string;
  readonly take?: boolean;
}

function adjustCommand(cards: Command): void {
  verb(cards, 'adjust <card> <amount>', 'give more on a card, or take some back')
    .requiredOption('--reason <reason>', 'one of the reasons for refunds, e.g. goodwill')
    .option('--take', 'take so much back')
    .option('--note <text>', 'why, in words')
    .action(async (giftCard: string, text: string, { reason, note, take, json }: Adjusting) => {
      const params = { giftCard };
      const { currency } = await callApi(await readConnection(), getGiftCard, { params });
      const amountMinor = (take === true ? -1 : 1) * (amountOf(text, currency) ?? 0);
      const body = { amountMinor, reason, ...given({ note }) };
      await answer(adjustGiftCard, { params, body }, { json }, sayCard);
    });
}

function sayCards(cards: readonly GiftCardAnswer[]): void {
  sayTable(
    ['card', 'state', 'balance', 'promised', 'expires', 'id'],
    cards.map((one) => [
      `…${one.lastFour}`,
      status(one.state),
      money(one.balanceMinor, one.currency),
      money(one.heldMinor, one.currency),
      one.expiresAt === null ? null : moment(one.expiresAt),
      colors.dim(one.id),
    ]),
  );
}

export function sayCard(card: GiftCardAnswer): void {
  const { lastFour, state, availableMinor, heldMinor, currency, expiresAt } = card;
  const promised = heldMinor === 0 ? '' : `, ${money(heldMinor, currency)} promised`;
  const until = expiresAt === null ? '' : `, until ${moment(expiresAt)}`;
  say(`…${lastFour}  ${status(state)}  ${money(availableMinor, currency)}${promised}${until}`);
  say(colors.dim(card.id));
}
