// The same report and the same statement at once, and people who resolve and close at once: one effect.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runStatements } from '../../src/reconciliation/run-statements.ts';
import { openProviderShop, type ProviderShop } from '../provider-shop.ts';
import type { Answer } from '../shop.ts';
import { sendReport, stripeReport } from '../stripe-report.ts';

const AT_ONCE = 8;

let at: ProviderShop;
before(async () => {
  at = await openProviderShop();
});
after(() => at.close());

const atOnce = <T>(work: (place: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, place) => work(place)));
const codes = (answers: readonly Answer[]) =>
  answers.map(({ status, body }) => body.code ?? String(status)).sort();

test('a report that comes eight times at once is taken once', async () => {
  const rows = Array.from({ length: 1200 }, (_, place) => ({
    id: `txn_${place}`,
    category: 'charge',
    gross: '5.00',
    source: `ch_${place}`,
  }));
  const file = stripeReport(rows);
  const sent = await atOnce(() => sendReport(at.shop, at.connections.stripe, file));
  assert.deepEqual(new Set(codes(sent)), new Set(['201']));
  const sum = (of: 'newLines' | 'differences') =>
    sent.reduce((total, { body }) => total + body.statement[of], 0);
  assert.deepEqual([sum('newLines'), sum('differences')], [rows.length, rows.length]);
});

test('eight workers read one statement: each page is taken once', async () => {
  for (let number = 0; number < 250; number += 1)
    at.stripe.book.balance.book('fee', { amount: -10, currency: 'eur', fee: 0 }, () => ({
      id: `fee_${number}`,
    }));
  const now = Date.now();
  const period = {
    from: new Date(now - 3_600_000).toISOString(),
    to: new Date(now).toISOString(),
  };
  const path = `/v1/provider-connections/${at.connections.stripe}/statements`;
  const { body } = await at.shop.call('POST', path, period);
  const work = async () => {
    while ((await runStatements(at.shop.runtime)) > 0);
  };
  await atOnce(work);
  await work();
  const done = (await at.shop.call('GET', `/v1/provider-statements/${body.id}`)).body;
  assert.deepEqual([done.state, done.lines, done.newLines], ['done', 250, 250]);
  const seen = at.stripe.seen.filter((one) => one.endsWith('/balance_transactions'));
  assert.equal(seen.length, 3, 'three pages, each asked for once');
});

test('of eight who resolve one difference, one does', async () => {
  const [difference] = (await at.shop.call('GET', '/v1/differences')).body.items;
  const answers = await atOnce((place) =>
    at.shop.call('POST', `/v1/differences/${difference.id}/resolutions`, {
      how: 'explain',
      note: `Explained by ${place}`,
    }),
  );
  assert.deepEqual(codes(answers), ['201', ...Array(AT_ONCE - 1).fill('difference-resolved')]);
});

test('of eight who close the books, one does; of eight who set the chart, one is not late', async () => {
  const closed = await atOnce(() =>
    at.shop.call('POST', '/v1/accounting/closings', { through: '2026-01-31' }),
  );
  assert.deepEqual(codes(closed), ['201', ...Array(AT_ONCE - 1).fill('books-closed')]);
  const set = await atOnce((place) =>
    at.shop.call('PUT', '/v1/accounting/chart', {
      accounts: [{ role: 'bank', provider: null, code: String(place), name: 'Bank' }],
      version: 0,
    }),
  );
  assert.deepEqual(codes(set), ['200', ...Array(AT_ONCE - 1).fill('version-conflict')]);
});
