// doorstep channels: where orders come from.

import * as contract from '@doorstep/contract/channels.ts';
import type { Command } from 'commander';
import { answer, answerList } from '../answer.ts';
import { fieldOptions, fieldsOf } from '../fields.ts';
import { type JsonOption, type ListOptions, listVerb, verb } from '../options.ts';
import { colors, say, sayTable, status } from '../print.ts';

export function channelCommands(channels: Command): void {
  listVerb(channels, 'list channels').action(async (options: ListOptions) =>
    answerList(contract.listChannels, {}, options, 'No channels.', (items) =>
      sayTable(
        ['code', 'name', 'state', 'when stock is short', 'released', 'paid at'],
        items.map((one) => [
          one.code,
          one.name,
          status(one.active ? 'on' : 'off'),
          one.stockPolicy,
          releaseOf(one.releaseAfterMinutes),
          one.captureAt,
        ]),
      ),
    ),
  );
  verb(channels, 'show <channel>', 'one channel').action(
    async (channel: string, { json }: JsonOption) =>
      answer(contract.getChannel, { params: { channel } }, { json }, sayChannel),
  );
  const create = verb(channels, 'create <code>', 'create a channel');
  fieldOptions(create, contract.createChannel, ['code']).action(
    async (code: string, options: JsonOption) => {
      const body = await fieldsOf(contract.createChannel, options, { code });
      await answer(contract.createChannel, { body }, options, sayChannel);
    },
  );
  const change = verb(channels, 'change <channel>', 'change a channel');
  fieldOptions(change, contract.changeChannel).action(
    async (channel: string, options: JsonOption) => {
      const body = await fieldsOf(contract.changeChannel, options);
      await answer(contract.changeChannel, { params: { channel }, body }, options, sayChannel);
    },
  );
}

function sayChannel(channel: contract.ChannelAnswer): void {
  const { paymentTimeoutMinutes } = channel;
  say(`${colors.bold(channel.code)}  ${channel.name}  ${status(channel.active ? 'on' : 'off')}`);
  say(`When stock is short: ${channel.stockPolicy}; several locations: ${channel.splitPolicy}`);
  say(
    `Released ${releaseOf(channel.releaseAfterMinutes)}; money is captured at ${channel.captureAt}`,
  );
  if (paymentTimeoutMinutes !== null)
    say(`Canceled when not paid within ${paymentTimeoutMinutes} minutes`);
  say(colors.dim(channel.id));
}

function releaseOf(minutes: number | null): string {
  if (minutes === null) return 'by hand';
  return minutes === 0 ? 'at once' : `after ${minutes} min`;
}
