// Products, customers, stock and locations of a file: tried out, applied, and applied again.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { importBytes } from '../importing.ts';
import { openShop, type Shop } from '../shop.ts';
import { levelAt, stockUp } from '../stock.ts';

let shop: Shop;
let owner: pg.Client;
before(async () => {
  shop = await openShop();
  owner = new pg.Client({ connectionString: shop.url });
  await owner.connect();
  await stockUp(shop, { BER: { MUG: 10, POT: 10 } });
  const components = [{ sku: 'MUG', quantity: 2 }];
  await shop.call('POST', '/v1/skus', { code: 'SET', title: 'Two mugs', components });
});
after(async () => {
  await owner.end();
  await shop.close();
});

/** Every table with rows of a tenant but those of the imports themselves, and what is in it. */
async function everything(): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id'
       and table_name !~ '^(import|api_requests)' order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query(
      `select concat(count(*), ' ', md5(string_agg(t::text, '|' order by t::text))) as sum
       from ${name} t`,
    );
    sums[name] = rows[0].sum;
  }
  return sums;
}

const load = (profile: string, file: string, more: object = {}) =>
  importBytes(shop, file, { profile, ...more });

const reasonsOf = async ({ id }: { id: string }) =>
  (await shop.call('GET', `/v1/imports/${id}/documents?outcome=refuse`)).body.items.map(
    ({ key, reason }: { key: string; reason: string }) => `${key}: ${reason}`,
  );

interface Kind {
  readonly profile: string;
  readonly kind: string;
  readonly head: string;
  readonly good: readonly string[];
  readonly changed: string;
  /** Refused, and what the reason says. */
  readonly bad: readonly (readonly [string, RegExp])[];
}

const KINDS: readonly Kind[] = [
  {
    profile: 'doorstep-products',
    kind: 'product',
    head: 'code,title,barcode,weightGrams,price,currency,active',
    good: ['PAN,Pan,4006381333931,900,19.90,EUR,true', 'LID,Lid,,,,,true'],
    changed: 'LID,A lid,,,,,true',
    bad: [
      ['BAD,Bad,4006381333932,,,,', /GTIN/],
      ['DEAR,Dear,,,5.00,,', /currency/],
    ],
  },
  {
    profile: 'doorstep-customers',
    kind: 'customer',
    head: 'externalId,email,name,phone',
    good: ['c-1,ada@example.com,Ada,', ',bob@example.com,Bob,123'],
    changed: ',bob@example.com,Robert,123',
    bad: [['c-2,no address,Eve,', /mail/]],
  },
  {
    profile: 'doorstep-locations',
    kind: 'location',
    head: 'code,name,kind,street,city,postalCode,country,timeZone',
    good: ['HAM,Hamburg,warehouse,Kai 1,Hamburg,20457,Germany,Europe/Berlin', 'PAR,,store,,,,FR,'],
    changed: 'PAR,Paris,store,,,,FR,',
    bad: [
      ['X,X,store,,,,Atlantis,', /Atlantis/],
      ['Y,Y,store,,,,DE,Mars/Base', /Mars/],
    ],
  },
  {
    profile: 'doorstep-stock',
    kind: 'stock',
    head: 'sku,location,onHand',
    good: ['MUG,BER,7', 'PAN,HAM,3'],
    changed: 'PAN,HAM,4',
    bad: [
      ['NOBODY,BER,1', /NOBODY/],
      ['MUG,NOWHERE,1', /NOWHERE/],
      ['POT,BER,-1', /-1/],
    ],
  },
];

for (const { profile, kind, head, good, changed, bad } of KINDS)
  describe(profile, () => {
    const file = (rows: readonly string[]) => [head, ...rows].join('\n');
    const all = file([...good, ...bad.map(([row]) => row)]);
    const sum = (counts: Record<string, number>) => counts[kind] ?? 0;

    test('as a dry run says what would happen, and writes nothing', async () => {
      const before = await everything();
      const dry = await load(profile, all, { apply: false });
      assert.equal(dry.state, 'ready', JSON.stringify(dry.error));
      assert.equal(sum(dry.documents.create) + sum(dry.documents.change), good.length);
      assert.equal(sum(dry.documents.refuse), bad.length);
      assert.deepEqual(await everything(), before);
    });

    test('is applied but for the rows that it refuses, with a reason each', async () => {
      const done = await load(profile, all);
      assert.equal(done.state, 'done', JSON.stringify(done.error));
      assert.equal(sum(done.documents.create) + sum(done.documents.change), good.length);
      const reasons = await reasonsOf(done);
      assert.equal(reasons.length, bad.length);
      for (const [place, [, reason]] of bad.entries()) assert.match(reasons[place], reason);
    });

    test('a second time changes nothing', async () => {
      const before = await everything();
      const again = await load(profile, file(good));
      assert.equal(sum(again.documents.skip), good.length, JSON.stringify(again.documents));
      assert.deepEqual(await everything(), before);
    });

    test('with another row changes that', async () => {
      const done = await load(profile, file([...good.slice(0, 1), changed]));
      assert.equal(sum(done.documents.change), 1, JSON.stringify(done.documents));
    });
  });

test('kits stay kits', async () => {
  const kit = async () => (await shop.call('GET', '/v1/skus/SET')).body;
  const { components } = await kit();
  await load('doorstep-products', 'code,title\nSET,Two fine mugs\n');
  const now = await kit();
  assert.deepEqual([now.title, now.components], ['Two fine mugs', components]);
});

test('what a file says of stock is a count: what is promised stays promised', async () => {
  await shop.call('POST', '/v1/orders', {
    channel: 'web',
    externalId: 'live',
    currency: 'EUR',
    lines: [{ sku: 'POT', quantity: 2, unitPriceMinor: 100 }],
  });
  await load('doorstep-stock', 'sku,location,onHand\nPOT,BER,6\n');
  const { onHand, available } = await levelAt(shop, 'POT', 'BER');
  assert.deepEqual([onHand, available], [6, 4]);
});
