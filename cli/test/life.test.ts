// The whole life of an order by the command alone: paid, released, picked, packed, shipped, tracked,
// returned and refunded.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { orderOf, stockUp } from '../../server/test/stock.ts';
import { type CommandLine, openCommandLine } from './doorstep.ts';

let cli: CommandLine;
before(async () => {
  cli = await openCommandLine();
  await stockUp(cli.shop, { BERLIN: { MUG: 20, CUP: 3 }, PARIS: { MUG: 20, CUP: 20 } });
});
after(() => cli.close());

/** What it says; it must have ended well. */
async function said(...args: string[]): Promise<string> {
  const { code, out, err } = await cli.run(args);
  assert.equal(code, 0, `${args.join(' ')}: ${err}`);
  return out;
}

async function order(units: Record<string, number>, more: object = {}): Promise<string> {
  const { status, body } = await cli.shop.call('POST', '/v1/orders', orderOf(units, more));
  assert.equal(status, 201, JSON.stringify(body));
  return body.number;
}

/** An order whose units are picked. */
async function picked(units: Record<string, number>): Promise<string> {
  const number = await order(units);
  await said('orders', 'release', number);
  await said('fulfillment', 'pick', number);
  return number;
}

test('an order that is paid by bank transfer goes out, comes back, and is refunded', async () => {
  const number = await order({ MUG: 2 }, { payments: [{ provider: 'manual' }] });
  const unpaid = await cli.run(['orders', 'release', number]);
  assert.equal(unpaid.code, 1);
  assert.match(await said('payments', 'show', number), /pending +due 20\.00 EUR/);
  const part = await said('payments', 'receipt', number, '--reference', 'B-1', '--amount', '5');
  assert.match(part, /Payment 1 by manual: .* 5\.00 EUR/);
  await said('payments', 'receipt', number, '--reference', 'B-2');
  assert.match(await said('payments', 'show', number), /B-2/);

  const released = await said('orders', 'release', number);
  assert.match(released, /2 units from BERLIN/);
  assert.match(released, /doorstep fulfillment pick ful_/);
  assert.match(await said('fulfillment', 'list', '--order', number), /BERLIN +released +2/);
  assert.match(await said('fulfillment', 'show', number), /Order \d+ at BERLIN +released/);
  assert.match(await said('fulfillment', 'pick', number), /fulfillment pack ful_/);
  const label = ['--carrier', 'dhl', '--tracking', '0034-1', '--weight', '800'];
  const packed = await cli.json(['fulfillment', 'pack', number, ...label]);
  assert.deepEqual([packed.status, packed.weightGrams], ['packed', 800]);
  assert.match(await said('fulfillment', 'ship', '0034-1'), /BERLIN +shipped/);
  assert.match(await said('parcels', 'list', '--status', 'shipped'), /0034-1/);
  assert.match(await said('parcels', 'show', '0034-1'), /MUG .* 2$/m);

  const scan = ['--carrier', 'dhl', '--status', 'delivered', '--at', '10m', '--place', 'Bonn'];
  assert.match(await said('tracking', 'record', '0034-1', ...scan), /Recorded for pcl_/);
  assert.match(await said('parcels', 'track', '0034-1'), /delivered +Bonn/);
  assert.match(await said('orders', 'show', number), /completed/);

  const asked = await cli.json(['returns', 'request', number, '--reason', 'changed-mind']);
  assert.deepEqual([asked.status, asked.requested], ['requested', 2]);
  const came = await said('returns', 'receive', asked.id, '--location', 'BERLIN', '--line', '1:1');
  assert.match(came, /partially-received/);
  await said('returns', 'receive', asked.id, '--location', 'BERLIN', '--condition', 'damaged');
  assert.match(await said('returns', 'refund', asked.id), /20\.00 EUR granted back/);
  assert.match(await said('returns', 'show', asked.id), /MUG +1 +damaged +damaged/);
  assert.match(await said('returns', 'list', '--order', number), /received/);
  const money = await cli.json(['payments', 'show', number]);
  const byHand = money.intents.find((one: { kind: string }) => one.kind === 'refund');
  if (byHand !== undefined)
    assert.match(await said('payments', 'done', byHand.id, '--reference', 'R-1'), /refunded/);
});

test('units that are not there are said so, and shipped from elsewhere', async () => {
  const number = await order({ CUP: 3 });
  await said('orders', 'release', number);
  const picked = await cli.json(['fulfillment', 'pick', number, '--line', '1:2', '--short', '1:1']);
  assert.deepEqual([picked.picked, picked.short], [2, 1]);
  const shipped = await cli.json(['fulfillment', 'pack', number, '--line', '1:2']);
  assert.equal(shipped.lines[0].quantity, 2);
  assert.match(await said('fulfillment', 'ship', picked.id, '--tracking', '0034-2'), /0034-2/);
  assert.match(
    await said('exceptions'),
    /Units were not where they should be +order \d+, CUP at BERLIN, line 1, 1 unit/,
  );
});

test('what a store shipped by itself is one step; a refund as goodwill another', async () => {
  const number = await order({ MUG: 1 }, { payments: [{ provider: 'manual' }] });
  await said('payments', 'receipt', number, '--reference', 'B-3');
  assert.match(await said('fulfillment', 'ship', number, '--tracking', '0034-3'), /shipped/);
  const refund = ['--amount', '2.50', '--reason', 'goodwill', '--note', 'Late'];
  assert.match(await said('payments', 'refund', number, ...refund), /Granted back: 2\.50 EUR/);
  const wrong = await cli.run([
    'payments',
    'refund',
    number,
    '--amount',
    '2.505',
    '--reason',
    'lost',
  ]);
  assert.deepEqual(
    [wrong.code, wrong.err],
    [2, '2.505 is no amount of EUR.\nWrite it like 12.50.\n'],
  );
  // The refund is asked for once more: it waits for somebody to do it.
  assert.match(await said('payments', 'retry', number), /Payment 1 by manual/);
});

test('what is packed of an order leaves by the number of the order, and only once', async () => {
  const number = await picked({ MUG: 2 });
  const label = ['--carrier', 'dhl', '--tracking', '0034-4'];
  const packed = await cli.json(['fulfillment', 'pack', number, ...label]);
  const { parcels } = await cli.json(['fulfillment', 'ship', number]);
  assert.deepEqual(
    parcels.map((one: { id: string; status: string }) => [one.id, one.status]),
    [[packed.id, 'shipped']],
  );
  await said('tracking', 'record', '0034-4', '--carrier', 'dhl', '--status', 'in-transit');
  const { order: told } = await cli.json(['orders', 'show', number]);
  assert.deepEqual([told.lines[0].shipped, told.lines[0].overshipped ?? 0], [2, 0]);
  const { body } = await cli.shop.call('GET', `/v1/parcels?order=${told.id}`);
  assert.deepEqual(
    body.items.map((one: { status: string }) => one.status),
    ['shipped'],
  );
});

test('what was shipped elsewhere of an order with packed parcels is said to be', async () => {
  const number = await picked({ MUG: 1 });
  const label = ['--carrier', 'dhl', '--tracking', '0034-5'];
  const packed = await cli.json(['fulfillment', 'pack', number, ...label]);
  const ship = ['fulfillment', 'ship', number, '--elsewhere', '--tracking', '0034-6'];
  const { parcels } = await cli.json(ship);
  assert.equal(parcels.length, 1);
  assert.notEqual(parcels[0].id, packed.id);
  assert.match(await said('parcels', 'show', packed.id), /voided/);
});

test('one tracking number is not put on several parcels of an order', async () => {
  const number = await picked({ MUG: 2 });
  for (const part of ['1:1', '1:1']) await said('fulfillment', 'pack', number, '--line', part);
  const wrong = await cli.run(['fulfillment', 'ship', number, '--tracking', '0034-7']);
  assert.deepEqual(
    [wrong.code, wrong.err.split('\n')[0]],
    [2, '2 parcels are packed, and a tracking number is of one.'],
  );
  const { parcels } = await cli.json(['fulfillment', 'ship', number, '--carrier', 'dhl']);
  assert.equal(parcels.length, 2);
});

test('lines are of an order: of a parcel or a fulfillment order they are refused', async () => {
  const number = await picked({ MUG: 2 });
  const packed = await cli.json(['fulfillment', 'pack', number, '--tracking', '0034-8']);
  for (const reference of [packed.id, packed.fulfillmentOrder, '0034-8'])
    for (const option of [['--line', '1:1'], ['--quantity', '1'], ['--elsewhere']]) {
      const { code, err } = await cli.run(['fulfillment', 'ship', reference, ...option]);
      assert.equal(code, 2, `${reference} ${option.join(' ')}: ${err}`);
      assert.match(err, new RegExp(`^${option[0]} is of an order`));
    }
  assert.match(await said('parcels', 'show', packed.id), /packed/);
  const left = await cli.json(['fulfillment', 'ship', packed.id, '--location', 'PARIS']);
  assert.equal(left.parcels[0].location, 'PARIS');
  const gone = await cli.run(['fulfillment', 'ship', packed.fulfillmentOrder, '--line', '1:1']);
  assert.equal(gone.code, 2, gone.err);
});

test('an order may be paid another way later', async () => {
  const number = await order({ MUG: 1 });
  assert.match(await said('payments', 'show', number), /not paid through Doorstep/);
  const added = await cli.run(['payments', 'add', number, '--amount', '4']);
  assert.ok(added.code === 0 || /^\w/.test(added.err), added.err);
});

test('tracking events come from a file, a thousand at a time', async () => {
  const event = (place: number) =>
    JSON.stringify({
      carrier: 'dhl',
      trackingNumber: `NOBODY-${place % 3}`,
      status: 'in-transit',
      occurredAt: new Date(1_700_000_000_000 + place * 1000).toISOString(),
    });
  const lines = Array.from({ length: 1203 }, (_, place) => event(place)).join('\n');
  const first = await cli.run(['tracking', 'import', '-'], lines);
  assert.equal(first.out, '0 recorded, 0 told before, 1203 of parcels nobody knows\n', first.err);
  const broken = await cli.run(['tracking', 'import', '-'], `${event(1)}\nnonsense`);
  assert.match(broken.err, /^- cannot be read, at line 2/);
  assert.equal(broken.code, 2);
});

test('a parcel and a fulfillment order that are not there are told in words', async () => {
  const parcel = await cli.run(['parcels', 'show', 'nobody-has-it']);
  assert.match(parcel.err, /^No parcel has the tracking number nobody-has-it\./);
  const number = await order({ MUG: 1 });
  const work = await cli.run(['fulfillment', 'show', number]);
  assert.match(
    work.err,
    new RegExp(`has 0 open.*\nRelease it first: doorstep orders release ${number}`),
  );
  const returned = await cli.run([
    'returns',
    'request',
    number,
    '--reason',
    'other',
    '--line',
    '1',
  ]);
  assert.match(returned.err, /^Nothing is left of line 1/);
});
