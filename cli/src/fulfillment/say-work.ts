// A fulfillment order in words.

import type { FulfillmentOrderAnswer } from '@doorstep/contract/fulfillment.ts';
import { sayParcels } from '../parcels/say-parcels.ts';
import { colors, hint, moment, say, sayTable, status } from '../print.ts';

export function sayWork(work: FulfillmentOrderAnswer): void {
  say(
    `${colors.bold(`Order ${work.orderNumber} at ${work.location}`)}  ${status(work.status)}  ` +
      colors.dim(work.id),
  );
  const late = work.lateAt === null ? '' : colors.red(' (late)');
  say(
    `Released ${moment(work.releasedAt)} UTC` +
      (work.shipBy === null ? '' : `, to leave by ${moment(work.shipBy)} UTC${late}`),
  );
  const { address, name } = work.shipTo;
  const parts = ['street', 'postalCode', 'city', 'country'].map((part) => address?.[part]);
  const place = [name, ...parts].filter((part) => typeof part === 'string').join(', ');
  if (place !== '') say(`To ${place}`);
  say();
  sayTable(
    ['line', 'SKU', 'title', 'asked', 'to pick', 'picked', 'packed', 'shipped', 'short'],
    work.lines.map((line) => [
      line.line,
      line.sku,
      line.title,
      line.quantity,
      line.allocated,
      line.picked,
      line.packed,
      line.shipped,
      line.short,
    ]),
  );
  if (work.parcels.length > 0) {
    say();
    sayParcels(work.parcels);
  }
  sayNextStep(work);
}

function sayNextStep({ id, allocated, picked, packed }: FulfillmentOrderAnswer): void {
  if (allocated > 0) hint(`Pick it: doorstep fulfillment pick ${id}`);
  else if (picked > 0) hint(`Pack it: doorstep fulfillment pack ${id}`);
  else if (packed > 0) hint(`Ship it: doorstep fulfillment ship ${id}`);
}

export function sayDifferences(
  differences: readonly { readonly line: number; readonly units: number }[],
): void {
  for (const { line, units } of differences)
    say(colors.yellow(`Line ${line}: ${units} more than were open; somebody has to look`));
}
