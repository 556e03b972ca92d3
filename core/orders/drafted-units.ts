// Orders in a few words, for tests and simulations: what is on the lines, and where.

import type {
  FulfillmentOrderId,
  LocationId,
  OrderLineId,
  ParcelId,
  ReservationId,
  SkuId,
} from '../ids.ts';
import type { LineCounts } from './order-line.ts';
import type { OrderUnits, Reservation, UnitLine } from './order-units.ts';

export interface DraftedLine {
  readonly sku: string | null;
  readonly unpromised?: number;
  readonly backordered?: number;
  readonly shipped?: number;
  /** Units promised at each location, oldest first. */
  readonly reserved?: Readonly<Record<string, number>>;
}

/** A kit: what is in one, by line; the kit line comes first. */
export interface DraftedKit {
  readonly kits: number;
  readonly parts: readonly (DraftedLine & { readonly perKit: number })[];
}

const NOTHING: LineCounts = {
  ordered: 0,
  canceled: 0,
  unpromised: 0,
  backordered: 0,
  reserved: 0,
  allocated: 0,
  picked: 0,
  packed: 0,
  shipped: 0,
  delivered: 0,
  returned: 0,
  overshipped: 0,
};

export const skuOf = (name: string) => `sku_${name}` as SkuId;
export const placeOf = (name: string) => `loc_${name}` as LocationId;
export const lineIdOf = (number: number) => `oln_${number}` as OrderLineId;
export const workOf = (name: string | number) => `ful_${name}` as FulfillmentOrderId;
export const boxOf = (name: string | number) => `pcl_${name}` as ParcelId;

/** Units said to be shipped already left in a parcel `old` of a fulfillment order `old`. */
export function draftedUnits(drafts: readonly (DraftedLine | DraftedKit)[]): OrderUnits {
  const lines: UnitLine[] = [];
  const reservations: Reservation[] = [];
  const add = (draft: DraftedLine, kitLine: number | null) => {
    const line = lineOf(lines.length + 1, draft, kitLine);
    lines.push(line);
    for (const [place, quantity] of Object.entries(draft.reserved ?? {}))
      reservations.push({
        id: `rsv_${line.number}_${place}` as ReservationId,
        line: line.number,
        sku: line.sku ?? skuOf('none'),
        location: placeOf(place),
        quantity,
        fulfillmentOrder: null,
      });
  };
  for (const draft of drafts) {
    if (!('kits' in draft)) {
      add(draft, null);
      continue;
    }
    const number = lines.length + 1;
    const counts = { ...NOTHING, ordered: draft.kits };
    const kit = { id: lineIdOf(number), number, kind: 'kit', kitLine: null, sku: null } as const;
    lines.push({ ...kit, counts });
    for (const part of draft.parts) add(part, number);
  }
  return { lines, reservations, ...shippedBefore(lines) };
}

function lineOf(number: number, draft: DraftedLine, kitLine: number | null): UnitLine {
  const { unpromised = 0, backordered = 0, shipped = 0 } = draft;
  const reserved = Object.values(draft.reserved ?? {}).reduce((sum, units) => sum + units, 0);
  const ordered = unpromised + backordered + shipped + reserved;
  return {
    id: lineIdOf(number),
    number,
    kind: kitLine === null ? 'item' : 'component',
    kitLine,
    sku: draft.sku === null ? null : skuOf(draft.sku),
    counts: { ...NOTHING, ordered, unpromised, backordered, reserved, shipped },
  };
}

function shippedBefore(lines: readonly UnitLine[]): Pick<OrderUnits, 'work' | 'parcels'> {
  const gone = lines.filter(({ counts }) => counts.shipped > 0);
  const old = { fulfillmentOrder: workOf('old'), location: placeOf('OLD') };
  return {
    work: gone.map(({ number, sku, counts }) => ({
      ...old,
      line: number,
      sku,
      counts: {
        quantity: counts.shipped,
        allocated: 0,
        picked: 0,
        packed: 0,
        shipped: counts.shipped,
        canceled: 0,
        short: 0,
        overshipped: 0,
      },
    })),
    parcels: gone.map(({ number, sku, counts }) => ({
      ...old,
      parcel: boxOf('old'),
      line: number,
      sku,
      quantity: counts.shipped,
      canceled: 0,
      shipped: true,
    })),
  };
}
