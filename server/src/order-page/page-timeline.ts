// What happened to an order, for its buyer: newest first.

import type { TrackingStatus } from '@doorstep/core/shipping/tracking.ts';
import type { PageWords } from './english-words.ts';
import type { OrderOnPage } from './read-order-page.ts';

export interface TimelineEntry {
  readonly at: Date;
  readonly text: string;
}

export function pageTimeline(
  found: OrderOnPage,
  words: PageWords,
  money: (amountMinor: bigint) => string,
): readonly TimelineEntry[] {
  const { order, work, parcels, refunds } = found;
  const began = work[0]?.released_at;
  const entries: TimelineEntry[] = [
    { at: order.placed_at, text: words.eventPlaced },
    ...(began === undefined ? [] : [{ at: began, text: words.eventPreparing }]),
    ...parcels.map((box) => ({ at: box.shipped_at, text: words.eventShipped })),
    ...scanEntries(found, words),
    ...returnEntries(found, words),
    ...refunds.map(({ granted_at, amount_minor }) => ({
      at: granted_at,
      text: words.eventRefund(money(amount_minor)),
    })),
  ];
  return entries.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

const SCANS: Readonly<Partial<Record<TrackingStatus, keyof PageWords>>> = {
  'in-transit': 'scanInTransit',
  'out-for-delivery': 'scanOutForDelivery',
  'delivery-failed': 'scanFailed',
  delivered: 'scanDelivered',
  lost: 'scanTrouble',
  damaged: 'scanTrouble',
  returning: 'scanReturning',
};

/** Of every hub that it passes a parcel is scanned: the first says it all. */
function scanEntries({ parcels, scans }: OrderOnPage, words: PageWords): TimelineEntry[] {
  return parcels.flatMap((box) => {
    const own = scans.filter((scan) => scan.parcel_id === box.id).toReversed();
    const first = own.find(({ status }) => status === 'in-transit');
    const told = own
      .filter((scan) => scan.status !== 'in-transit' || scan === first)
      .flatMap((scan) => {
        const key = SCANS[scan.status];
        const text = key === undefined ? undefined : words[key];
        return typeof text === 'string' ? [{ at: scan.occurred_at, text }] : [];
      });
    const wasTold = own.some(({ status }) => status === 'delivered');
    return box.delivered_at === null || wasTold
      ? told
      : [...told, { at: box.delivered_at, text: words.scanDelivered }];
  });
}

function returnEntries({ returns }: OrderOnPage, words: PageWords): TimelineEntry[] {
  return returns.flatMap((back) => {
    const number = String(back.number);
    const isDeclined = back.decision === 'declined';
    const at = (time: Date | null, text: string): TimelineEntry[] =>
      time === null ? [] : [{ at: time, text }];
    return [
      ...at(back.created_at, words.eventReturnAsked(number)),
      ...at(
        back.decided_at,
        isDeclined ? words.eventReturnDeclined(number) : words.eventReturnApproved(number),
      ),
      ...(isDeclined ? [] : at(back.canceled_at, words.eventReturnCanceled(number))),
      ...at(back.received_at, words.eventReturnReceived(number)),
    ];
  });
}
