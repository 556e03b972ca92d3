// What a tenant may try with the statements and the books of another: see foreign-calls.ts.

import type { Caller } from '../shop.ts';
import { sendReport, UNKNOWN_CHARGE } from '../stripe-report.ts';
import type { Attempt, Foreign } from './foreign.ts';

export async function reconciledOfForeign(
  shop: Caller,
  connection: string,
): Promise<Pick<Foreign, 'statement' | 'payout' | 'difference'>> {
  const { statement } = (await sendReport(shop, connection, UNKNOWN_CHARGE)).body;
  const [payout] = (await shop.call('GET', '/v1/payouts')).body.items;
  const [difference] = (await shop.call('GET', '/v1/differences')).body.items;
  await shop.call('POST', '/v1/accounting/closings', { through: '2026-11-21' });
  return { statement: statement.id, payout: payout.id, difference: difference.id };
}

export function reconciliationAttempts(a: Foreign): Record<string, Attempt[]> {
  const own: Attempt = { told: 'own' };
  const params = { connection: a.connection };
  const period = { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' };
  return {
    listProviderStatements: [{ params, told: 'not-found' }],
    getProviderStatement: [{ params: { statement: a.statement }, told: 'not-found' }],
    fetchProviderStatement: [{ params, body: period, told: 'not-found' }],
    sendProviderReport: [
      { params, query: { fileName: 'b.csv' }, bytes: UNKNOWN_CHARGE, told: 'not-found' },
    ],
    listPayouts: [own, { query: { connection: a.connection }, told: 'own' }],
    listPayoutLines: [{ params: { payout: a.payout }, told: 'not-found' }],
    listDifferences: [own, { query: { connection: a.connection }, told: 'own' }],
    getDifference: [{ params: { difference: a.difference }, told: 'not-found' }],
    resolveDifference: [
      {
        params: { difference: a.difference },
        body: { how: 'explain', note: 'b' },
        told: 'not-found',
      },
    ],
    getChart: [own],
    setChart: [{ body: { accounts: [] }, told: 'own' }],
    closeBooks: [{ body: { through: '2026-11-20' }, told: 'own' }],
    listClosings: [own],
    exportJournal: [{ query: { from: '2026-11-01', through: '2026-11-30' }, told: 'own' }],
  };
}
