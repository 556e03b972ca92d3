// doorstep transfers: stock on its way from one location to another.

import * as contract from '@doorstep/contract/stock-documents.ts';
import type { Command } from 'commander';
import { answer } from '../answer.ts';
import { collect, given, type JsonOption, verb } from '../options.ts';
import { colors, hint, moment, say, sayTable, status } from '../print.ts';

interface Options extends JsonOption {
  readonly from: string;
  readonly to: string;
  readonly sku: readonly Units[];
  readonly reference?: string;
}

interface Units {
  readonly sku: string;
  readonly quantity: number;
}

const skuUnits = collect((typed: string): Units => {
  const [, sku = typed, units = '1'] = /^(.+):(\d+)$/.exec(typed) ?? [];
  return { sku, quantity: Number(units) };
});

export function transferCommands(transfers: Command): void {
  verb(transfers, 'send', 'send stock from one location to another')
    .requiredOption('--from <code>', 'where it leaves')
    .requiredOption('--to <code>', 'where it goes')
    .requiredOption('--sku <code:units>', 'what, and how many; may be repeated', skuUnits)
    .option('--reference <text>', 'your own number for it')
    .action(async ({ json, from, to, sku, reference }: Options) => {
      const body = { from, to, lines: [...sku], ...given({ reference }) };
      await answer(contract.dispatchTransfer, { body }, { json }, sayTransfer);
    });
  verb(transfers, 'show <transfer>', 'one transfer').action(
    async (transfer: string, { json }: JsonOption) =>
      answer(contract.getTransfer, { params: { transfer } }, { json }, sayTransfer),
  );
  verb(transfers, 'receive <transfer>', 'record that it came; all of it, if nothing is said')
    .option('--sku <code:units>', 'only so many of it came; may be repeated', skuUnits)
    .action(async (transfer: string, { json, sku }: JsonOption & { sku?: Units[] }) => {
      const input = { params: { transfer }, body: given({ lines: sku }) };
      await answer(contract.receiveTransfer, input, { json }, sayTransfer);
    });
  verb(transfers, 'cancel <transfer>', 'take it back, if nothing of it was received').action(
    async (transfer: string, { json }: JsonOption) =>
      answer(contract.cancelTransfer, { params: { transfer } }, { json }, sayTransfer),
  );
}

function sayTransfer(transfer: contract.TransferAnswer): void {
  const { from, to, receivedAt, canceledAt } = transfer;
  say(`${colors.bold(`${from} → ${to}`)}  ${status(transfer.status)}  ${colors.dim(transfer.id)}`);
  const came = receivedAt === null ? '' : `, received ${moment(receivedAt)} UTC`;
  const back = canceledAt === null ? '' : `, taken back ${moment(canceledAt)} UTC`;
  say(`Left ${moment(transfer.dispatchedAt)} UTC${came}${back}`);
  sayTable(
    ['SKU', 'sent', 'received'],
    transfer.lines.map((line) => [line.sku, line.quantity, line.received]),
  );
  if (transfer.status === 'in-transit')
    hint(`When it came: doorstep transfers receive ${transfer.id}`);
}
