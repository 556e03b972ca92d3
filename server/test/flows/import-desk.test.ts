// A file is sent, looked at, mapped, tried out, applied, and taken back.
// cspell:ignore Artikelnummer Bestand

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pino from 'pino';
import { importBytes, sendBytes, workOff } from '../importing.ts';
import { openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';

let shop: Shop;
const logged: { readonly msg: string; readonly requestId?: string }[] = [];
before(async () => {
  const write = (line: string) => logged.push(JSON.parse(line));
  shop = await openShop({ log: pino({ level: 'error' }, { write }) });
  await stockUp(shop, { BER: { MUG: 10, POT: 10, PAN: 10 } });
});
after(() => shop.close());

async function send(text: string | Buffer, fileName = 'file.csv'): Promise<string> {
  const begun = await shop.call('POST', '/v1/imports', { fileName });
  assert.equal(begun.status, 201, JSON.stringify(begun.body));
  assert.equal(begun.body.profile, null);
  await sendBytes(shop, begun.body.id, Buffer.from(text));
  return `/v1/imports/${begun.body.id}`;
}

const look = async (at: string, query = '') =>
  (await shop.call('GET', `${at}/preview${query}`)).body;

test('a file waits until somebody says what is in it, and then it is read', async () => {
  const at = await send('Artikelnummer;Lager;Bestand\nMUG;BER;12\nPOT;BER;x\n');
  assert.equal((await shop.call('GET', at)).body.state, 'received');
  const seen = await look(at);
  assert.deepEqual(seen.format, {
    ...{ format: 'csv', gzip: false, encoding: 'utf-8', delimiter: ';' },
  });
  assert.deepEqual(seen.fields[2], { field: 'Bestand', filled: 2, samples: ['12', 'x'] });
  assert.deepEqual(seen.suggestions.stock, {
    sku: 'Artikelnummer',
    location: 'Lager',
    onHand: 'Bestand',
  });
  const { items } = (await shop.call('GET', '/v1/import-profiles')).body;
  const base = items.find(({ name }: { name: string }) => name === 'doorstep-stock');
  const profile = {
    ...{ ...base, name: 'own', documentKey: ['Artikelnummer', 'Lager'] },
    fields: seen.suggestions.stock,
  };
  const mapped = await shop.call('PUT', `${at}/mapping`, { profile });
  assert.equal(mapped.status, 202, JSON.stringify(mapped.body));
  await workOff(shop);
  const dry = (await shop.call('GET', at)).body;
  assert.deepEqual(
    [dry.state, dry.documents.change, dry.documents.refuse],
    ['ready', { stock: 1 }, { stock: 1 }],
  );
  assert.equal((await levelAt(shop, 'MUG', 'BER')).onHand, 10);
  const report = await shop.call('GET', `${at}/report?problems=true`);
  const lines = String(report.body).trim().split('\n');
  assert.equal(lines.length, 3, 'the header, the document, and why');
  assert.match(lines[2] ?? '', /quantity|number|units/i);
  const again = await shop.call('PUT', `${at}/mapping`, { profile });
  assert.equal(again.body.code, 'import-not-received');
});

test('other delimiters, JSON and broken files are told of, not guessed at', async () => {
  const piped = await send('sku|location|onHand\nMUG|BER|3\n');
  assert.equal((await look(piped)).fields.length, 3);
  assert.equal((await look(piped, '?delimiter=%3B')).fields.length, 1);
  const json = await send('{"data":[{"code":"A","price":{"amount":3}}]}', 'products.json');
  const { fields, records } = await look(json);
  assert.equal(records, 1);
  assert.deepEqual(fields[1], { field: 'price.amount', filled: 1, samples: ['3'] });
  const broken = await look(await send('%PDF-1.7 …', 'orders.csv'));
  assert.equal(broken.error.code, 'unknown-format');
  assert.deepEqual(broken.fields, []);
});

const load = (profile: string, file: string) => importBytes(shop, file, { profile });

const undo = async ({ id }: { id: string }) => {
  const begun = await shop.call('POST', `/v1/imports/${id}/reversal`);
  assert.equal(begun.status, 202, JSON.stringify(begun.body));
  await workOff(shop);
  const { items } = (await shop.call('GET', `/v1/imports/${id}/documents`)).body;
  const { state, undo: told } = (await shop.call('GET', `/v1/imports/${id}`)).body;
  assert.equal(state, 'undone');
  return { told, of: (place: number) => items[place].undo };
};

test('stock goes back to what it was, unless it moved or was promised since', async () => {
  const done = await load(
    'doorstep-stock',
    'sku,location,onHand\nMUG,BER,15\nPOT,BER,20\nPAN,BER,30\n',
  );
  await shop.call('POST', '/v1/stock/receipts', {
    location: 'BER',
    lines: [{ sku: 'POT', quantity: 1 }],
  });
  await shop.call('POST', '/v1/orders', {
    ...{ channel: 'web', externalId: 'takes', currency: 'EUR' },
    lines: [{ sku: 'PAN', quantity: 12, unitPriceMinor: 100 }],
  });
  const { told, of } = await undo(done);
  assert.deepEqual([told.undone, told.kept], [1, 2]);
  assert.equal(of(0).outcome, 'undone');
  assert.match(of(1).reason, /moved since/);
  assert.match(of(2).reason, /promised/);
  assert.equal((await levelAt(shop, 'MUG', 'BER')).onHand, 10);
  assert.equal((await levelAt(shop, 'POT', 'BER')).onHand, 21);
  assert.equal((await levelAt(shop, 'PAN', 'BER')).onHand, 30);
  const twice = await shop.call('POST', `/v1/imports/${done.id}/reversal`);
  assert.equal(twice.body.data.why, 'undone-before');
});

test('units that are promised count once, those that may not be promised too', async () => {
  await stockUp(shop, { BRE: { JUG: 10, CUP: 10 } });
  const done = await load('doorstep-stock', 'sku,location,onHand\nJUG,BRE,30\nCUP,BRE,30\n');
  const order = (sku: string) => ({
    ...{ channel: 'web', externalId: `of ${sku}`, currency: 'EUR' },
    lines: [{ sku, quantity: 6, unitPriceMinor: 100 }],
  });
  const released = (await shop.call('POST', '/v1/orders', order('JUG'))).body;
  const work = await shop.call('POST', `/v1/orders/${released.id}/releases`, {});
  assert.equal(work.status, 201, JSON.stringify(work.body));
  await shop.call('POST', '/v1/orders', order('CUP'));
  await shop.call('POST', '/v1/stock/reclassifications', {
    ...{ location: 'BRE', from: 'available', to: 'damaged', reason: 'fell' },
    lines: [{ sku: 'CUP', quantity: 5 }],
  });
  const { of } = await undo(done);
  assert.deepEqual([of(0).outcome, of(1).outcome], ['undone', 'kept']);
  assert.match(of(1).reason, /promised/);
  assert.equal((await levelAt(shop, 'JUG', 'BRE')).onHand, 10);
  assert.equal((await levelAt(shop, 'CUP', 'BRE')).onHand, 30);
});

test('a SKU has the barcodes again that it had, in their order', async () => {
  const sku = async (code: string) => (await shop.call('GET', `/v1/skus/${code}`)).body;
  const barcodes = ['4006381333931', '96385074'];
  await shop.call('POST', '/v1/skus', { code: 'BOWL', title: 'Bowl', barcodes });
  await shop.call('POST', '/v1/skus', { code: 'DISH', title: 'Dish', barcodes: [] });
  const done = await load(
    'doorstep-products',
    'code,barcode\nBOWL,5901234123457\nDISH,036000291452\n',
  );
  assert.deepEqual((await sku('BOWL')).barcodes, ['5901234123457', ...barcodes]);
  const { told } = await undo(done);
  assert.equal(told.undone, 2);
  assert.deepEqual((await sku('BOWL')).barcodes, barcodes);
  assert.deepEqual((await sku('DISH')).barcodes, []);
});

test('SKUs that were made go out of use, and changed ones become what they were', async () => {
  const done = await load(
    'doorstep-products',
    'code,title,price,currency\nNEW,New,5.00,EUR\nSOLD,Sold,1.00,EUR\nMUG,Other mug,9.00,EUR\nPOT,A pot,,\n',
  );
  await shop.call('POST', '/v1/stock/receipts', {
    location: 'BER',
    lines: [{ sku: 'SOLD', quantity: 1 }],
  });
  await shop.call('PATCH', '/v1/skus/POT', { title: 'The pot' });
  const { of } = await undo(done);
  const sku = async (code: string) => (await shop.call('GET', `/v1/skus/${code}`)).body;
  assert.deepEqual([of(0).outcome, (await sku('NEW')).active], ['undone', false]);
  assert.match(of(1).reason, /stock/);
  const mug = await sku('MUG');
  assert.deepEqual([of(2).outcome, mug.title, mug.price], ['undone', 'Title of MUG', null]);
  assert.match(of(3).reason, /changed since/);
  assert.equal((await sku('POT')).title, 'The pot');
});

test('customers that ordered or changed stay, others are erased; orders of the past stay', async () => {
  const done = await load(
    'doorstep-customers',
    'externalId,email,name,phone\n1,a@example.com,A,\n2,b@example.com,B,\n3,c@example.com,C,\n',
  );
  const { items } = (await shop.call('GET', `/v1/imports/${done.id}/documents`)).body;
  await shop.call('PATCH', `/v1/customers/${items[1].entity}`, { name: 'Bob' });
  await shop.call('POST', '/v1/orders', {
    ...{ channel: 'web', externalId: 'of c', currency: 'EUR' },
    customer: { email: 'c@example.com' },
    lines: [{ sku: 'MUG', quantity: 1, unitPriceMinor: 100 }],
  });
  const { of } = await undo(done);
  assert.equal(of(0).outcome, 'undone');
  const gone = (await shop.call('GET', `/v1/customers/${items[0].entity}`)).body;
  assert.deepEqual([gone.email, gone.erasedAt === null], [null, false]);
  assert.match(of(1).reason, /changed since/);
  assert.match(of(2).reason, /ordered since/);
  const places = await undo(await load('doorstep-locations', 'code,country\nROM,IT\n'));
  assert.equal(places.of(0).outcome, 'undone');
  assert.equal((await shop.call('GET', '/v1/locations/ROM')).body.active, false);
  const past = await load(
    'online-retail',
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n' +
      '1,OLD,Old,1,2011-05-01 10:00:00,1.50,7.0,France\n',
  );
  const stays = await shop.call('POST', `/v1/imports/${past.id}/reversal`);
  assert.deepEqual([stays.status, stays.body.data.why], [409, 'orders-stay']);
});

test('two who take one import back at once do it once', async () => {
  const done = await load('doorstep-stock', 'sku,location,onHand\nMUG,BER,44\n');
  const at = `/v1/imports/${done.id}/reversal`;
  const answers = await Promise.all([shop.call('POST', at), shop.call('POST', at)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [202, 409]);
  await workOff(shop);
  assert.equal((await levelAt(shop, 'MUG', 'BER')).onHand, 10);
});

test('a report whose database goes away is refused before it began, and breaks off later', async () => {
  const rows = Array.from({ length: 1500 }, (_, row) => `NO-${row},BER,1`);
  const file = `sku,location,onHand\n${rows.join('\n')}\n`;
  const { id } = await importBytes(shop, file, { profile: 'doorstep-stock', apply: false });
  const url = `${await shop.app.listen({ host: '127.0.0.1', port: 0 })}/v1/imports/${id}/report`;
  const ask = () =>
    fetch(url, {
      headers: { authorization: `Bearer ${shop.secret}` },
      signal: AbortSignal.timeout(5000),
    });
  const whole = await (await ask()).text();
  assert.ok(whole.split('\n').length > 1500);
  const { app } = shop.runtime;
  const { connect } = app;
  /** The import is found, and so are some pages. */
  const goneAfter = async (pages: number) => {
    // Nothing else asks from here on.
    await shop.runtime.requests.write();
    let asked = 0;
    app.connect = (() => {
      asked += 1;
      if (asked <= 1 + pages) return Reflect.apply(connect, app, []);
      return Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    }) as typeof connect;
  };
  try {
    await goneAfter(0);
    const refused = await ask();
    assert.equal(refused.status, 503);
    assert.match(await refused.text(), /database-unavailable/);
    app.connect = connect;
    await goneAfter(1);
    const broken = await ask();
    assert.equal(broken.status, 200);
    await assert.rejects(broken.text(), { message: 'terminated' });
    const told = logged.filter((one) => one.requestId === broken.headers.get('x-request-id'));
    assert.equal(told[0]?.msg, 'answer broke off');
  } finally {
    app.connect = connect;
  }
});
