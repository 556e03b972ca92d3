// Capture: an order becomes ours, its stock is promised at once, and the reasons are kept.

import type { SplitPolicy, StockPolicy } from '../catalog/channel.ts';
import { explodeKit, type KitComponent } from '../catalog/kit.ts';
import type { DropRefusal } from '../drops/drop-hold.ts';
import type { DropSale } from '../drops/drop-sale.ts';
import type { SkuId } from '../ids.ts';
import { AMOUNT_MINOR_MAX } from '../money.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { LocationRanking, RankedLocation } from '../routing/location-ranking.ts';
import {
  chooseProvisionalLocations,
  type Demand,
  type ProvisionalPlan,
} from '../routing/provisional-location.ts';
import type { LineKind } from './order-line.ts';
import {
  type DiscountRow,
  lineAmount,
  type OrderTotal,
  orderTotal,
  type Priced,
  payable,
  type TaxRow,
  type UnitPrice,
} from './order-total.ts';

export interface RequestedLine {
  readonly externalId: string | null;
  readonly skuCode: string;
  readonly title: string | null;
  readonly quantity: number;
  readonly price: UnitPrice;
  readonly taxes: readonly TaxRow[];
  readonly discounts: readonly DiscountRow[];
}

export type ChargeKind = 'shipping' | 'fee';

export interface RequestedCharge extends Priced {
  readonly kind: ChargeKind;
  readonly title: string;
}

export interface CaptureRequest {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly RequestedLine[];
  /** Shipping and fees. */
  readonly shipping: readonly RequestedCharge[];
  readonly stockPolicy: StockPolicy;
  readonly splitPolicy: SplitPolicy;
  /** The total the channel told the buyer; checked when given. */
  readonly statedTotalMinor: bigint | null;
}

export interface CatalogSku {
  readonly id: SkuId;
  readonly code: string;
  readonly title: string;
  readonly active: boolean;
  readonly priceMinor: bigint | null;
  readonly components: readonly KitComponent<SkuId>[];
}

/** What capture may look at and take from. Takes of one order are seen by the next. */
export interface CaptureWorld {
  findSku(code: string): CatalogSku | undefined;
  skuById(id: SkuId): CatalogSku | undefined;
  readonly ranking: LocationRanking;
  availableAt(sku: SkuId, location: RankedLocation): number;
  backorderRoom(sku: SkuId): number;
  /** Where the order names a drop: what that gives, of the SKUs it sells. */
  readonly fromDrop?: (wanted: readonly Demand[]) => DropSale | DropOrderRefusal;
}

export type DropOrderRefusal = DropRefusal | Refusal<'drop-unknown'>;

export interface CapturedLine extends Priced {
  readonly kind: LineKind;
  /** Place of the kit line in `lines` that this component belongs to. */
  readonly kitLine: number | null;
  readonly externalId: string | null;
  readonly sku: SkuId | null;
  readonly skuCode: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitPrice: string | null;
  readonly reserved: number;
  readonly backordered: number;
  readonly unpromised: number;
}

export interface LineReservation {
  /** Place of the line in `lines`. */
  readonly line: number;
  readonly sku: SkuId;
  readonly location: RankedLocation;
  readonly quantity: number;
}

export interface CapturedOrder {
  readonly lines: readonly CapturedLine[];
  readonly shipping: readonly RequestedCharge[];
  readonly total: OrderTotal;
  readonly reservations: readonly LineReservation[];
  readonly backorders: readonly Demand[];
  readonly plan: ProvisionalPlan;
  /** What general sale was asked for: all that a drop did not give. */
  readonly demands: readonly Demand[];
  /** What a drop gave. */
  readonly sale: DropSale | null;
}

export type CaptureRefusal =
  | Refusal<
      | 'insufficient-stock'
      | 'order-total-mismatch'
      | 'sku-inactive'
      | 'order-has-too-many-lines'
      | 'validation-failed'
    >
  | DropOrderRefusal;

/** Lines of an order after kits are exploded. */
export const ORDER_LINES_MAX = 2000;

/**
 * Decides one order against the world as it stands. Pure: the caller applies the reservations to
 * the world before it decides the next order.
 */
export function decideCapture(
  request: CaptureRequest,
  world: CaptureWorld,
): CapturedOrder | CaptureRefusal {
  const lines: DraftLine[] = [];
  for (const line of request.lines) {
    const sku = world.findSku(line.skuCode);
    if (sku !== undefined && !sku.active)
      return refuse('sku-inactive', `SKU ${sku.code} is not for sale.`, { sku: sku.code });
    lines.push(...draftLines(line, sku, lines.length, request, world));
  }
  if (lines.length > ORDER_LINES_MAX)
    return refuse(
      'order-has-too-many-lines',
      `An order may have ${ORDER_LINES_MAX} lines after kits are exploded; this one has ${lines.length}.`,
      { lines: lines.length, linesMax: ORDER_LINES_MAX },
    );

  const sold = lines.filter((line) => line.kind !== 'component');
  const total = orderTotal(sold, request.shipping, request.pricesIncludeTax);
  if (hasTooLargeAmount([...sold, ...request.shipping], total, request.pricesIncludeTax))
    return refuse(
      'validation-failed',
      `No amount of an order may be beyond ${AMOUNT_MINOR_MAX} minor units.`,
    );
  const stated = request.statedTotalMinor;
  if (stated !== null && stated !== total.totalMinor)
    return refuse(
      'order-total-mismatch',
      `The order says ${stated} but its lines, shipping, discounts and taxes sum to ${total.totalMinor}.`,
      { statedTotalMinor: Number(stated), totalMinor: Number(total.totalMinor) },
    );
  return promise(request, lines, total, world);
}

function hasTooLargeAmount(
  rows: readonly Priced[],
  total: OrderTotal,
  pricesIncludeTax: boolean,
): boolean {
  const isTooLarge = (amount: bigint) => amount > AMOUNT_MINOR_MAX || amount < -AMOUNT_MINOR_MAX;
  return (
    Object.values(total).some(isTooLarge) ||
    rows.some((row) => isTooLarge(row.amountMinor) || isTooLarge(payable(row, pricesIncludeTax)))
  );
}

type DraftLine = Omit<CapturedLine, 'reserved' | 'backordered' | 'unpromised'>;

function draftLines(
  line: RequestedLine,
  sku: CatalogSku | undefined,
  place: number,
  request: CaptureRequest,
  world: CaptureWorld,
): DraftLine[] {
  const isKit = sku !== undefined && sku.components.length > 0;
  const head: DraftLine = {
    kind: isKit ? 'kit' : 'item',
    kitLine: null,
    externalId: line.externalId,
    sku: sku?.id ?? null,
    skuCode: line.skuCode,
    title: line.title ?? sku?.title ?? line.skuCode,
    quantity: line.quantity,
    unitPrice: 'unitPrice' in line.price ? line.price.unitPrice : null,
    amountMinor: lineAmount(line.price, line.quantity, request.currency),
    taxes: line.taxes,
    discounts: line.discounts,
  };
  if (!isKit) return [head];
  const components = explodeKit(sku.components, line.quantity, head.amountMinor);
  return [
    head,
    ...components.map((component): DraftLine => {
      const found = world.skuById(component.sku);
      return {
        kind: 'component',
        kitLine: place,
        externalId: null,
        sku: component.sku,
        skuCode: found?.code ?? component.sku,
        title: found?.title ?? component.sku,
        quantity: component.quantity,
        unitPrice: null,
        amountMinor: component.amountMinor,
        taxes: [],
        discounts: [],
      };
    }),
  ];
}

function promise(
  request: CaptureRequest,
  lines: readonly DraftLine[],
  total: OrderTotal,
  world: CaptureWorld,
): CapturedOrder | CaptureRefusal {
  const wanted = demandOf(lines);
  const sale = world.fromDrop?.(wanted) ?? null;
  if (isRefusal(sale)) return sale;
  const demands = sale === null ? wanted : notOfDrop(wanted, sale);
  const plan = chooseProvisionalLocations(
    demands,
    world.ranking,
    (sku, location) => world.availableAt(sku, location),
    request.splitPolicy,
  );
  const backorders = demands
    .map(({ sku }, index) => ({ sku, quantity: plan.missing[index] ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const short = backorders.filter(
    ({ sku, quantity }) =>
      request.stockPolicy === 'all-or-nothing' || quantity > world.backorderRoom(sku),
  );
  if (short.length > 0) return insufficientStock(short, demands, world);

  const { promised, reservations } = spread(lines, [...picksOfDrop(sale), ...plan.picks]);
  return {
    lines: promised,
    shipping: request.shipping,
    total,
    reservations,
    backorders,
    plan,
    demands,
    sale,
  };
}

type Pick = Omit<LineReservation, 'line'>;

function picksOfDrop(sale: DropSale | null): Pick[] {
  const nowhere = { costMinor: 0, distanceKm: null, safetyStock: 0, bufferUnits: 0, priority: 1 };
  return [...(sale?.fromHold ?? []), ...(sale?.fromPool ?? [])].map(
    ({ sku, location, number, units }) => ({
      sku,
      location: { id: location, number, ...nowhere },
      quantity: units,
    }),
  );
}

/** A drop gives all that is wanted of a SKU it sells, or refuses the order. */
function notOfDrop(wanted: readonly Demand[], sale: DropSale): Demand[] {
  const given = [...sale.fromHold, ...sale.fromPool, ...sale.preorders];
  const skus = new Set(given.map(({ sku }) => sku));
  return wanted.filter(({ sku }) => !skus.has(sku));
}

/** One demand per SKU, so that two lines of one SKU, or a kit beside its part, count once each. */
function demandOf(lines: readonly DraftLine[]): Demand[] {
  const units = new Map<SkuId, number>();
  for (const line of lines) {
    if (line.sku === null || line.kind === 'kit') continue;
    units.set(line.sku, (units.get(line.sku) ?? 0) + line.quantity);
  }
  return [...units].map(([sku, quantity]) => ({ sku, quantity }));
}

function insufficientStock(
  short: readonly Demand[],
  demands: readonly Demand[],
  world: CaptureWorld,
): CaptureRefusal {
  const skus = short.map(({ sku, quantity }) => {
    const requested = demands.find((demand) => demand.sku === sku)?.quantity ?? quantity;
    return {
      sku: world.skuById(sku)?.code ?? sku,
      requested,
      available: requested - quantity,
      backorderRoom: world.backorderRoom(sku),
    };
  });
  const words = skus.map((one) => `${one.sku}: ${one.available} of ${one.requested}`).join(', ');
  return refuse('insufficient-stock', `Not enough stock to promise (${words}).`, { skus });
}

/** Hands the planned units to the lines in their order; what no location gives is backordered. */
function spread(
  lines: readonly DraftLine[],
  picks: readonly Pick[],
): { promised: CapturedLine[]; reservations: LineReservation[] } {
  const left = picks.map(({ sku, location, quantity }) => ({ sku, location, quantity }));
  const reservations: LineReservation[] = [];
  const promised = lines.map((line, index): CapturedLine => {
    if (line.kind === 'kit') return { ...line, reserved: 0, backordered: 0, unpromised: 0 };
    if (line.sku === null)
      return { ...line, reserved: 0, backordered: 0, unpromised: line.quantity };
    let open = line.quantity;
    for (const pick of left) {
      if (open === 0) break;
      if (pick.sku !== line.sku || pick.quantity === 0) continue;
      const quantity = Math.min(open, pick.quantity);
      reservations.push({ line: index, sku: line.sku, location: pick.location, quantity });
      pick.quantity -= quantity;
      open -= quantity;
    }
    return { ...line, reserved: line.quantity - open, backordered: open, unpromised: 0 };
  });
  return { promised, reservations };
}
