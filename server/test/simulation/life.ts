// One order in a small world, and everything that may happen to it, decided by core alone. The world
// outlives it: its stock is shared with the orders before and beside it.

import assert from 'node:assert/strict';
import type { PoolUnits } from '@doorstep/core/drops/drop.ts';
import {
  decideDeparture,
  decidePacking,
  decideShipment,
} from '@doorstep/core/fulfillment/parcel.ts';
import { decidePicks } from '@doorstep/core/fulfillment/pick.ts';
import { decideRelease, type ReleaseHold } from '@doorstep/core/fulfillment/release.ts';
import type {
  FulfillmentOrderId,
  LocationId,
  ParcelId,
  ReservationId,
  SkuId,
} from '@doorstep/core/ids.ts';
import { delta } from '@doorstep/core/inventory/movement.ts';
import { applyChanges, type NewRows } from '@doorstep/core/orders/apply-changes.ts';
import { decideCancellation } from '@doorstep/core/orders/cancellation.ts';
import type { CapturedOrder } from '@doorstep/core/orders/capture.ts';
import { accountTerms } from '@doorstep/core/orders/earned.ts';
import { payable } from '@doorstep/core/orders/order-total.ts';
import type { OrderUnits, UnitLine } from '@doorstep/core/orders/order-units.ts';
import { unsoundUnits } from '@doorstep/core/orders/sound-units.ts';
import { changesOf, type Step, type UnitChanges } from '@doorstep/core/orders/unit-changes.ts';
import { isWaiting, promiseWaiting, waitingUnits } from '@doorstep/core/orders/waiting-units.ts';
import { securedMinor } from '@doorstep/core/payments/payment-account.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { decideReceipt } from '@doorstep/core/returns/receipt.ts';
import { decideReturnRefund } from '@doorstep/core/returns/refund.ts';
import type { RankedLocation } from '@doorstep/core/routing/location-ranking.ts';
import { chooseProvisionalLocations } from '@doorstep/core/routing/provisional-location.ts';
import {
  beyond,
  type LineMoney,
  lineAt,
  moneyOf,
  NO_MONEY,
  PRICES_INCLUDE_TAX,
  unitsOf,
} from './ordered.ts';
import { type Purse, purse } from './purse.ts';
import type { Shelf } from './shelf.ts';

/** Where returns come in. */
const DESK = 'loc_1' as LocationId;

export class Life {
  readonly purse: Purse = purse();
  readonly works: FulfillmentOrderId[] = [];
  readonly parcels: ParcelId[] = [];
  readonly name: string;
  readonly shelf: Shelf;
  units: OrderUnits;
  readonly #order: CapturedOrder;
  readonly #holds: ReleaseHold[] = [];
  #sourced = 0;
  readonly #refunded = new Map<number, number>();
  readonly #open = new Map<number, number>();
  readonly #money: ReadonlyMap<number, LineMoney>;
  readonly #chargesMinor: bigint;
  #canceledMinor = 0n;
  #grantedMinor = 0n;

  /** @param taken units that are promised already, and stand for this order now */
  constructor(name: string, order: CapturedOrder, shelf: Shelf, taken: readonly PoolUnits[]) {
    this.name = name;
    this.shelf = shelf;
    this.units = unitsOf(name, order);
    this.#order = order;
    this.#money = moneyOf(order);
    this.#chargesMinor = order.shipping.reduce(
      (sum, charge) => sum + payable(charge, PRICES_INCLUDE_TAX),
      0n,
    );
    for (const [where, units] of beyond(this.units.reservations, taken))
      shelf.promise(where.sku, where.location, delta.reserved(units));
    this.#settle();
  }

  authorize(payment: number, percent: number): void {
    this.purse.authorize(payment, (this.#terms().dueMinor * BigInt(percent)) / 100n);
    this.#settle();
  }

  answer(which: number, isDeclined: boolean): void {
    this.purse.answer(which, isDeclined);
    this.#settle();
  }

  unblock(): void {
    this.purse.unblock();
    this.#settle();
  }

  /** The authorization runs out: what it still held is held no more. */
  expire(payment: number): void {
    this.purse.expire(payment);
    this.#settle();
  }

  /** The time to be paid runs out. */
  lapse(): void {
    if (!this.#isPaid()) this.cancel(null, 0);
  }

  hold(line: number | null): void {
    const on = line === null ? null : lineAt(this.units.lines, line);
    this.#holds.push({ handle: `h${this.#holds.length}`, reason: 'other', line: on });
  }

  lift(which: number): void {
    this.#holds.splice(which % Math.max(1, this.#holds.length), 1);
  }

  release(): void {
    const fresh: FulfillmentOrderId[] = [];
    const decided = decideRelease(this.units, this.#holds, this.#isPaid(), () => {
      const id = this.#workId(fresh.length);
      fresh.push(id);
      return id;
    });
    if (isRefusal(decided)) return;
    for (const { from } of decided.steps)
      assert.ok(!this.#isHeld(from.line), `${this.name}: line ${from.line} is held and released`);
    this.works.push(...fresh);
    const work = new Map([...decided.asked].map(([location, id]) => [id, location]));
    this.#carryOut(decided.steps, 'promise', { work });
  }

  /** Where units come from is looked for again, for those that wait. */
  source(places: readonly RankedLocation[]): void {
    const waiting = this.units.lines.filter(isWaiting).flatMap(({ sku }) => sku ?? []);
    for (const sku of new Set<SkuId>(waiting)) {
      const held = waitingUnits(this.units, sku);
      const quantity = held.reduce((sum, { units }) => sum + units, 0);
      const { picks } = chooseProvisionalLocations(
        [{ sku, quantity }],
        { ranked: places, excluded: [] },
        (_, place) => Math.max(0, this.shelf.available(sku, place.id)),
        'allow',
      );
      const steps = promiseWaiting(held, picks, () => this.#reservationId());
      this.#carryOut(steps, 'promise');
      const found = picks.reduce((sum, pick) => sum + pick.quantity, 0);
      const left = waitingUnits(this.units, sku).reduce((sum, { units }) => sum + units, 0);
      assert.equal(left, quantity - found, `${this.name}: what was found waits no more`);
    }
  }

  pick(at: number, line: number, picked: number, short: number): void {
    const work = this.works[at % Math.max(1, this.works.length)];
    if (work === undefined) return;
    const report = { line: lineAt(this.#counted(), line), picked, short };
    this.#carryOut(decidePicks(this.units, work, [report], this.shelf.shortfall).steps, 'fact');
  }

  pack(at: number): void {
    const work = this.works[at % Math.max(1, this.works.length)];
    const parcel = this.#parcelId();
    const location = this.units.work.find((one) => one.fulfillmentOrder === work)?.location;
    if (work === undefined || location === undefined) return;
    const decided = decidePacking(this.units, work, null, parcel);
    if (isRefusal(decided)) return;
    this.parcels.push(parcel);
    const box = new Map([[parcel, { fulfillmentOrder: work, location }]]);
    this.#carryOut(decided.steps, 'fact', { parcels: box });
  }

  leave(at: number, from: LocationId | null): void {
    const parcel = this.parcels[at % Math.max(1, this.parcels.length)];
    const found = this.units.parcels.find((one) => one.parcel === parcel);
    if (parcel === undefined || found === undefined || found.shipped) return;
    const steps = decideDeparture(this.units, parcel, from ?? found.location);
    this.#carryOut(steps, 'fact', { leaving: new Set([parcel]) });
  }

  shipElsewhere(line: number, quantity: number, from: LocationId): void {
    const known = this.units.work.find((one) => one.location === from)?.fulfillmentOrder;
    const work = known ?? this.#workId(0);
    const parcel = this.#parcelId();
    if (known === undefined) this.works.push(work);
    this.parcels.push(parcel);
    const asked = [{ line: lineAt(this.#counted(), line), quantity }];
    const shipment = { location: from, fulfillmentOrder: work, parcel };
    this.#carryOut(decideShipment(this.units, asked, shipment), 'fact', {
      work: known === undefined ? new Map([[work, from]]) : new Map(),
      parcels: new Map([[parcel, { fulfillmentOrder: work, location: from }]]),
      leaving: new Set([parcel]),
    });
  }

  deliver(): void {
    for (const { number, counts } of this.#counted())
      this.#countLine(number, 'delivered', counts.shipped - counts.delivered);
  }

  cancel(line: number | null, quantity: number): void {
    const sold = this.units.lines.filter((one) => one.kind !== 'component');
    const scope = line === null ? ('whole' as const) : [{ line: lineAt(sold, line), quantity }];
    const decided = decideCancellation(this.units, scope, {
      lines: this.#money,
      shippingMinor: this.#chargesMinor,
    });
    if (isRefusal(decided)) return;
    this.#canceledMinor += decided.amountMinor;
    this.#write(decided.changes, 'promise', {});
  }

  comeBack(line: number, quantity: number, isSellable: boolean, isRefunded: boolean): void {
    const found = [
      {
        as: { line: lineAt(this.#counted(), line) },
        quantity,
        condition: isSellable ? ('sellable' as const) : ('damaged' as const),
        disposition: isSellable ? ('restock' as const) : ('damaged' as const),
        note: null,
      },
    ];
    const lines = this.units.lines.map((one) => ({ ...one, code: '' }));
    const receipt = decideReceipt(lines, { kind: 'unannounced' }, found);
    if (isRefusal(receipt)) throw new Error(receipt.detail);
    const state = isSellable ? null : 'damaged';
    for (const { sku, quantity: units } of receipt.items)
      if (sku !== null) this.shelf.fact(sku, DESK, delta.returned(units, state));
    for (const one of receipt.lines) {
      this.#countLine(one.line, 'returned', one.units);
      this.#open.set(one.line, (this.#open.get(one.line) ?? 0) + one.units);
    }
    if (isRefunded) this.#refund();
  }

  grant(percent: number): void {
    this.#grantMinor((this.#terms().dueMinor * BigInt(percent)) / 100n);
  }

  check(): void {
    assert.deepEqual(unsoundUnits(this.units), [], this.name);
    for (const { number, counts } of this.#counted())
      assert.ok(
        (this.#refunded.get(number) ?? 0) <= counts.shipped - counts.overshipped,
        `${this.name}: line ${number} gives back the price of units that were never sold`,
      );
    this.purse.check();
  }

  /** Lets everything come to its end, and says what must then be true of the money. */
  finish(): void {
    this.cancel(null, 0);
    this.authorize(0, 100);
    this.unblock();
    while (this.purse.open > 0) this.answer(0, false);
    this.check();
    const terms = this.#terms();
    const net = this.purse.payments.reduce((sum, one) => sum + one.captured - one.refunded, 0n);
    assert.ok(this.purse.isSettled(terms), `${this.name}: nothing is left to capture or refund`);
    assert.equal(net, terms.dueMinor, `${this.name}: what was paid is what was due`);
  }

  #isPaid(): boolean {
    const sum = (of: 'authorized' | 'voided' | 'captured' | 'refunded') =>
      this.purse.payments.reduce((amount, one) => amount + one[of], 0n);
    const secured = securedMinor({
      authorizedMinor: sum('authorized'),
      voidedMinor: sum('voided'),
      capturedMinor: sum('captured'),
      refundedMinor: sum('refunded'),
    });
    return secured >= this.#terms().dueMinor;
  }

  #isHeld(number: number): boolean {
    const kit = this.units.lines.find((line) => line.number === number)?.kitLine;
    return this.#holds.some(({ line }) => line === null || line === number || line === kit);
  }

  #terms() {
    const total = (place: keyof UnitLine['counts']) =>
      this.#counted().reduce((sum, { counts }) => sum + counts[place], 0);
    return accountTerms(
      {
        totalMinor: this.#order.total.totalMinor,
        canceledMinor: this.#canceledMinor,
        grantedMinor: this.#grantedMinor,
        ordered: total('ordered'),
        canceled: total('canceled'),
        shipped: total('shipped'),
        overshipped: total('overshipped'),
        chargesMinor: this.#chargesMinor,
        lines: this.units.lines.map((line) => ({
          number: line.number,
          kind: line.kind,
          kitLine: line.kitLine,
          ordered: line.counts.ordered,
          shipped: line.counts.shipped,
          overshipped: line.counts.overshipped,
          ...(this.#money.get(line.number) ?? NO_MONEY),
        })),
      },
      'shipment',
    );
  }

  #write(changes: UnitChanges, basis: 'promise' | 'fact', made: Partial<NewRows>): void {
    const nothing: NewRows = { work: new Map(), parcels: new Map(), leaving: new Set() };
    this.units = applyChanges(this.units, changes, { ...nothing, ...made });
    for (const { sku, location, delta: change } of changes.stock)
      this.shelf[basis](sku, location, change);
    this.#settle();
  }

  #carryOut(steps: readonly Step[], basis: 'promise' | 'fact', made: Partial<NewRows> = {}): void {
    this.#write(changesOf(this.units, steps), basis, made);
  }

  #countLine(number: number, place: 'delivered' | 'returned', by: number): void {
    const lines = this.units.lines.map((line) =>
      line.number === number
        ? { ...line, counts: { ...line.counts, [place]: line.counts[place] + by } }
        : line,
    );
    this.units = { ...this.units, lines };
  }

  #grantMinor(amountMinor: bigint): void {
    const due = this.#terms().dueMinor;
    this.#grantedMinor += amountMinor < due ? amountMinor : due;
    this.#settle();
  }

  #refund(): void {
    const lines = this.units.lines.map((line) => ({
      ...line,
      ...(this.#money.get(line.number) ?? NO_MONEY),
      refunded: this.#refunded.get(line.number) ?? 0,
      open: this.#open.get(line.number) ?? 0,
    }));
    const decided = decideReturnRefund(lines, { lines: null, shippingMinor: 0n });
    if (isRefusal(decided)) return;
    for (const { line, quantity } of decided.lines) {
      this.#refunded.set(line, (this.#refunded.get(line) ?? 0) + quantity);
      this.#open.set(line, (this.#open.get(line) ?? 0) - quantity);
    }
    this.#grantMinor(decided.amountMinor);
  }

  #settle(): void {
    this.purse.settle(this.#terms());
  }

  #counted(): UnitLine[] {
    return this.units.lines.filter((line) => line.kind !== 'kit');
  }

  #workId(ahead: number): FulfillmentOrderId {
    return `ful_${this.name}_${this.works.length + ahead + 1}` as FulfillmentOrderId;
  }

  #reservationId(): ReservationId {
    this.#sourced += 1;
    return `rsv_${this.name}_s${this.#sourced}` as ReservationId;
  }

  #parcelId(): ParcelId {
    return `pcl_${this.name}_${this.parcels.length + 1}` as ParcelId;
  }
}
