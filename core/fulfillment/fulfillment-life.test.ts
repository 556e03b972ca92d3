// Random lives of an order from promise to door, without a database: after every step the books of
// units, promises, work, parcels and stock agree.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FulfillmentOrderId, ParcelId } from '../ids.ts';
import { applyDelta } from '../inventory/movement.ts';
import { EMPTY_LEVEL, type StockLevel } from '../inventory/stock-level.ts';
import { applyChanges, type NewRows } from '../orders/apply-changes.ts';
import { decideCancellation } from '../orders/cancellation.ts';
import {
  boxOf,
  type DraftedKit,
  type DraftedLine,
  draftedUnits,
  placeOf,
  workOf,
} from '../orders/drafted-units.ts';
import type { OrderUnits } from '../orders/order-units.ts';
import { unsoundUnits } from '../orders/sound-units.ts';
import { changesOf, type Step, type UnitChanges } from '../orders/unit-changes.ts';
import { isRefusal } from '../refusal.ts';
import { beyondOf, decideDeparture, decidePacking, decideShipment } from './parcel.ts';
import { decidePicks } from './pick.ts';
import { decideRelease } from './release.ts';

const units = fc.integer({ min: 1, max: 6 });
const line = fc.integer({ min: 1, max: 6 });
const which = fc.nat(10);
const place = fc.constantFrom('X', 'Y', 'Z');

const commands = fc.oneof(
  fc.record({ does: fc.constant('release' as const), heldLine: fc.option(line) }),
  fc.record({
    does: fc.constant('pick' as const),
    which,
    line,
    picked: fc.nat(4),
    short: fc.nat(2),
  }),
  fc.record({ does: fc.constant('pack' as const), which, line, units }),
  fc.record({ does: fc.constant('packAll' as const), which }),
  fc.record({ does: fc.constant('leave' as const), which, place: fc.option(place) }),
  fc.record({ does: fc.constant('ship' as const), line, units, place }),
  fc.record({ does: fc.constant('cancel' as const), line: fc.option(line), units }),
);
type Command = typeof commands extends fc.Arbitrary<infer One> ? One : never;

const items = fc
  .record({
    sku: fc.constantFrom('A', 'B'),
    backordered: fc.nat(3),
    unpromised: fc.nat(2),
    reserved: fc.dictionary(place, units, { minKeys: 1 }),
  })
  .map((draft): DraftedLine => draft);
const kits = fc
  .record({ kits: fc.integer({ min: 1, max: 3 }), perKit: fc.integer({ min: 1, max: 2 }) })
  .map(
    ({ kits, perKit }): DraftedKit => ({
      kits,
      parts: [
        { sku: 'A', perKit, reserved: { X: kits * perKit } },
        { sku: 'C', perKit: 1, reserved: { Y: kits } },
      ],
    }),
  );

interface Life {
  units: OrderUnits;
  levels: Map<string, StockLevel>;
  works: FulfillmentOrderId[];
  boxes: ParcelId[];
}

function begin(drafts: readonly (DraftedLine | DraftedKit)[]): Life {
  const begun = draftedUnits(drafts);
  const levels = new Map<string, StockLevel>();
  for (const { sku, location, quantity } of begun.reservations)
    change(levels, `${sku} ${location}`, { onHand: quantity, reserved: quantity });
  return { units: begun, levels, works: [], boxes: [] };
}

function change(levels: Map<string, StockLevel>, key: string, by: Partial<StockLevel>): void {
  levels.set(key, applyDelta(levels.get(key) ?? EMPTY_LEVEL, by));
}

function live(life: Life, command: Command): void {
  const { works, boxes } = life;
  const work = works[('which' in command ? command.which : 0) % Math.max(1, works.length)];
  const box = boxes[('which' in command ? command.which : 0) % Math.max(1, boxes.length)];
  if (command.does === 'release') {
    const hold = { handle: 'h', reason: 'other', line: command.heldLine };
    const ids = new Map<FulfillmentOrderId, null>();
    const done = decideRelease(life.units, command.heldLine === null ? [] : [hold], true, () => {
      const id = workOf(works.length + ids.size + 1);
      ids.set(id, null);
      return id;
    });
    if (isRefusal(done)) return;
    works.push(...ids.keys());
    const made = new Map([...done.asked].map(([location, id]) => [id, location]));
    carryOut(life, done.steps, { work: made });
  } else if (command.does === 'pick') {
    if (work === undefined) return;
    const shortfallAt = (sku: string, location: string) => {
      const level = life.levels.get(`${sku} ${location}`) ?? EMPTY_LEVEL;
      return Math.max(0, level.reserved - level.onHand);
    };
    carryOut(life, decidePicks(life.units, work, [command], shortfallAt).steps);
  } else if (command.does === 'pack' || command.does === 'packAll') {
    if (work === undefined) return;
    const parcel = boxOf(boxes.length + 1);
    const asked =
      command.does === 'pack' ? [{ line: command.line, quantity: command.units }] : null;
    const done = decidePacking(life.units, work, asked, parcel);
    if (isRefusal(done)) return;
    boxes.push(parcel);
    const location = life.units.work.find((one) => one.fulfillmentOrder === work)?.location;
    assert.ok(location);
    carryOut(life, done.steps, {
      parcels: new Map([[parcel, { fulfillmentOrder: work, location }]]),
    });
  } else if (command.does === 'leave') {
    const found = life.units.parcels.find((one) => one.parcel === box);
    if (box === undefined || found === undefined || found.shipped) return;
    const from = command.place === null ? found.location : placeOf(command.place);
    carryOut(life, decideDeparture(life.units, box, from), { leaving: new Set([box]) });
  } else if (command.does === 'ship') ship(life, command);
  else cancel(life, command);
}

function ship(life: Life, command: Extract<Command, { does: 'ship' }>): void {
  const location = placeOf(command.place);
  const known = life.units.work.find((one) => one.location === location)?.fulfillmentOrder;
  const fulfillmentOrder = known ?? workOf(life.works.length + 1);
  const parcel = boxOf(life.boxes.length + 1);
  const shipment = { location, fulfillmentOrder, parcel };
  const asked = life.units.lines.some((one) => one.number === command.line && one.kind !== 'kit')
    ? [{ line: command.line, quantity: command.units }]
    : [];
  if (asked.length === 0) return;
  if (known === undefined) life.works.push(fulfillmentOrder);
  life.boxes.push(parcel);
  const before = life.units.lines.find((one) => one.number === command.line)?.counts;
  const steps = decideShipment(life.units, asked, shipment);
  carryOut(life, steps, {
    work: known === undefined ? new Map([[fulfillmentOrder, location]]) : new Map(),
    parcels: new Map([[parcel, { fulfillmentOrder, location }]]),
    leaving: new Set([parcel]),
  });
  const after = life.units.lines.find((one) => one.number === command.line)?.counts;
  assert.equal((after?.shipped ?? 0) - (before?.shipped ?? 0), command.units);
  const beyond = beyondOf(steps).reduce((sum, one) => sum + one.units, 0);
  assert.equal((after?.overshipped ?? 0) - (before?.overshipped ?? 0), beyond);
}

function cancel(life: Life, command: Extract<Command, { does: 'cancel' }>): void {
  const scope =
    command.line === null ? ('whole' as const) : [{ line: command.line, quantity: command.units }];
  const done = decideCancellation(life.units, scope, { lines: new Map(), shippingMinor: 0n });
  if (!isRefusal(done)) write(life, done.changes, {});
}

function carryOut(life: Life, steps: readonly Step[], made: Partial<NewRows> = {}): void {
  write(life, changesOf(life.units, steps), made);
}

function write(life: Life, changes: UnitChanges, made: Partial<NewRows>): void {
  const nothing: NewRows = { work: new Map(), parcels: new Map(), leaving: new Set() };
  life.units = applyChanges(life.units, changes, { ...nothing, ...made });
  for (const { sku, location, delta } of changes.stock)
    change(life.levels, `${sku} ${location}`, delta);
}

function assertSound({ units, levels }: Life): void {
  assert.deepEqual(unsoundUnits(units), []);
  for (const [key, level] of levels) {
    const own = units.reservations.filter((one) => `${one.sku} ${one.location}` === key);
    const sum = (rows: typeof own) => rows.reduce((total, one) => total + one.quantity, 0);
    assert.equal(level.reserved, sum(own), `reserved of ${key}`);
    const firm = own.filter((one) => one.fulfillmentOrder !== null);
    assert.equal(level.allocated, sum(firm), `allocated of ${key}`);
  }
}

test('whatever happens to an order between promise and door, its books agree', () => {
  const lives = fc.tuple(
    fc.array(items, { minLength: 1, maxLength: 3 }),
    fc.array(kits, { maxLength: 1 }),
    fc.array(commands, { maxLength: 25 }),
  );
  fc.assert(
    fc.property(lives, ([lines, packs, steps]) => {
      const life = begin([...lines, ...packs]);
      for (const command of steps) {
        live(life, command);
        assertSound(life);
      }
      cancel(life, { does: 'cancel', line: null, units: 1 });
      assertSound(life);
      for (const [key, level] of life.levels) assert.equal(level.reserved, 0, key);
    }),
    { numRuns: 500 },
  );
});
