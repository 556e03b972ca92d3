// Parcels in words.

import type { ParcelAnswer, ParcelSummary } from '@doorstep/contract/fulfillment.ts';
import { colors, moment, say, sayTable, status } from '../print.ts';

export function sayParcels(parcels: readonly ParcelSummary[]): void {
  sayTable(
    ['order', 'from', 'status', 'carrier', 'tracking number', 'shipped', 'parcel'],
    parcels.map((one) => [
      one.orderNumber,
      one.location,
      status(one.status),
      one.carrier,
      one.trackingNumber,
      one.shippedAt === null ? null : moment(one.shippedAt),
      colors.dim(one.id),
    ]),
  );
}

export function sayParcel(parcel: ParcelAnswer): void {
  const title = `Parcel of order ${parcel.orderNumber} from ${parcel.location}`;
  say(`${colors.bold(title)}  ${status(parcel.status)}  ${colors.dim(parcel.id)}`);
  const label = [parcel.carrier, parcel.trackingNumber].filter((part) => part !== null);
  if (label.length > 0) say(label.join(' '));
  sayTable(
    ['line', 'SKU', 'title', 'units'],
    parcel.lines.map((line) => [line.line, line.sku, line.title, line.quantity - line.canceled]),
  );
  say();
}
