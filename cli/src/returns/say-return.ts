// A return in words.

import type { ReceiptAnswer, ReturnAnswer } from '@doorstep/contract/returns.ts';
import { colors, hint, money, say, sayTable, status } from '../print.ts';

export function sayReturn(one: ReturnAnswer): void {
  say(`${colors.bold(`Return ${one.number}`)}  ${status(one.status)}  ${colors.dim(one.id)}`);
  const granted =
    one.currency === null || one.grantedMinor === 0
      ? ''
      : `, ${money(one.grantedMinor, one.currency)} granted back`;
  const label = one.trackingNumber === null ? '' : `, tracking number ${one.trackingNumber}`;
  say(`${one.order === null ? 'Of no known order' : `Of ${one.order}`}${label}${granted}`);
  say();
  if (one.lines.length > 0)
    sayTable(
      ['line', 'SKU', 'why', 'asked for', 'received', 'refunded'],
      one.lines.map((line) => [
        line.line,
        line.sku,
        line.reason,
        line.requested,
        line.received,
        line.refunded,
      ]),
    );
  if (one.items.length > 0) {
    say();
    sayTable(
      ['what came', 'units', 'condition', 'put', 'at'],
      one.items.map((item) => [
        item.sku ?? item.label ?? `line ${item.line}`,
        item.quantity,
        item.condition,
        item.disposition,
        item.location,
      ]),
    );
  }
  sayNextStep(one);
}

function sayNextStep({ id, status: state, lines, order }: ReturnAnswer): void {
  if (state === 'requested') hint(`When it comes: doorstep returns receive ${id} --location …`);
  else if (order !== null && lines.some((line) => line.received > line.refunded))
    hint(`Refund it: doorstep returns refund ${id}`);
}

export function sayReceipt({ return: one, differences, refundedMinor }: ReceiptAnswer): void {
  sayReturn(one);
  for (const { kind, units, line } of differences)
    say(colors.yellow(`${units} ${kind}${line === undefined ? '' : ` of line ${line}`}`));
  if (refundedMinor > 0 && one.currency !== null)
    say(`Refunded ${money(refundedMinor, one.currency)}`);
}
