// How to get the refusals of reconciliation and of the books: see provoked.ts.

import type { ErrorCode } from '@doorstep/contract/errors.ts';
import type { Answer, Shop } from '../shop.ts';
import { sendReport, stripeReport } from '../stripe-report.ts';
import { stripeAccount } from './foreign-payments.ts';

type Provoke = (shop: Shop) => Promise<Answer>;

let made = 0;

async function connected(shop: Shop): Promise<string> {
  const secrets = { secretKey: 'sk_test_books', webhookSecret: 'whsec_books' };
  const account = { provider: 'stripe-test', name: 'Books', secrets, active: false };
  return (await shop.call('POST', '/v1/provider-connections', account)).body.id;
}

/** A charge that the ledger does not know. @returns the path of what is done about it */
async function differing(shop: Shop): Promise<string> {
  made += 1;
  const charge = { id: `txn_${made}`, category: 'charge', gross: '5.00', source: `ch_${made}` };
  await sendReport(shop, await connected(shop), stripeReport([charge]));
  const [difference] = (await shop.call('GET', '/v1/differences')).body.items;
  return `/v1/differences/${difference.id}/resolutions`;
}

export const aboutReconciliation = {
  'provider-connection-invalid': (shop) =>
    shop.call('POST', '/v1/provider-connections', {
      ...stripeAccount('live'),
      secrets: { secretKey: 'sk_live_of_a_shop', webhookSecret: 'whsec_1' },
    }),
  'report-unreadable': async (shop) => sendReport(shop, await connected(shop), 'a,b\n1,2\n'),
  'period-invalid': (shop) =>
    shop.call('POST', '/v1/accounting/closings', { through: '2999-01-01' }),
  'difference-resolved': async (shop) => {
    const path = await differing(shop);
    await shop.call('POST', path, { how: 'explain', note: 'A till of another shop.' });
    return shop.call('POST', path, { how: 'explain', note: 'Once more.' });
  },
  'difference-not-recordable': async (shop) =>
    shop.call('POST', await differing(shop), { how: 'record-fact' }),
  'note-missing': async (shop) => shop.call('POST', await differing(shop), { how: 'explain' }),
  'chart-invalid': (shop) => {
    const account = { role: 'bank', provider: null, code: '1', name: 'Bank' };
    return shop.call('PUT', '/v1/accounting/chart', { accounts: [account, account] });
  },
  'books-closed': async (shop) => {
    await shop.call('POST', '/v1/accounting/closings', { through: '2026-11-01' });
    return shop.call('POST', '/v1/accounting/closings', { through: '2026-10-31' });
  },
} satisfies Partial<Record<ErrorCode, Provoke>>;
