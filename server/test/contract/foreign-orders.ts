// What a tenant may try with the orders of another: see foreign-calls.ts.

import { orderOf } from '../stock.ts';
import type { Attempt, Foreign } from './foreign.ts';

export function orderAttempts(a: Foreign, mark: string): Record<string, Attempt[]> {
  const order = { order: a.order };
  const foreignSku = { ...orderOf({ A_SET: 1 }), externalId: 'b-1' };
  const foreignChannel = { ...orderOf({ MUG: 1 }), channel: a.channel };
  return {
    captureOrder: [
      { body: foreignSku, told: 'own' },
      { body: foreignChannel, told: 'channel-unknown' },
      { body: orderOf({ MUG: 1 }, { drop: { id: a.drop } }), told: 'drop-unknown' },
    ],
    captureOrdersInBulk: [{ body: [foreignSku, foreignChannel], told: 'own' }],
    listOrders: [
      { told: 'own' },
      { query: { search: 'A_MUG' }, told: 'own' },
      { query: { customer: a.customer }, told: 'own' },
      { query: { tag: mark }, told: 'own' },
      { query: { channel: a.channel }, told: 'channel-unknown' },
      { query: { sort: '-created', location: a.location }, told: 'location-unknown' },
      { query: { sort: '-total', tag: mark }, told: 'own' },
      { query: { sort: 'placed', sku: 'A_MUG' }, told: 'own' },
      { query: { sort: 'updated', hasException: 'true' }, told: 'own' },
      { query: { sort: 'shipBy', promiseRisk: 'on-time', anyTag: mark }, told: 'own' },
    ],
    countOrders: [
      { told: 'own' },
      { query: { tag: mark }, told: 'own' },
      { query: { customer: a.customer }, told: 'own' },
      { query: { channel: a.channel }, told: 'channel-unknown' },
    ],
    getOrder: [{ params: order, told: 'not-found' }],
    getOrderTimeline: [
      { params: order, told: 'not-found' },
      { params: order, query: { afterVersion: '0' }, told: 'not-found' },
    ],
    summarizeCustomer: [{ params: { customer: a.customer }, told: 'not-found' }],
    readCustomerContacts: [{ params: { customer: a.customer }, told: 'not-found' }],
    previewCancellation: [
      { params: order, body: {}, told: 'not-found' },
      { params: order, body: { lines: [{ line: a.line, quantity: 1 }] }, told: 'not-found' },
    ],
    explainRouting: [{ params: order, told: 'not-found' }],
    changePromise: [{ params: order, body: { shipBy: null, reason: 'staff' }, told: 'not-found' }],
    cancelOrder: [
      { params: order, body: { reason: 'staff' }, told: 'not-found' },
      {
        params: order,
        body: { reason: 'staff', lines: [{ line: a.line, quantity: 1 }] },
        told: 'not-found',
      },
    ],
  };
}

export function noteAttempts(a: Foreign, mark: string, ours: string): Record<string, Attempt[]> {
  const order = { order: a.order };
  const tagged = { ...order, tag: 'b' };
  return {
    placeHold: [
      { params: order, body: { reason: 'other' }, told: 'not-found' },
      { params: { order: ours }, body: { reason: 'other', line: a.line }, told: 'line-unknown' },
    ],
    releaseHold: [
      { params: { order: a.order, hold: a.hold }, told: 'not-found' },
      { params: { order: ours, hold: a.hold }, told: 'not-found' },
    ],
    tagOrder: [{ params: tagged, told: 'not-found' }],
    untagOrder: [{ params: { ...order, tag: mark }, told: 'not-found' }],
    addNote: [
      { params: order, body: { body: 'b' }, told: 'not-found' },
      { params: { order: ours }, body: { body: `<@${a.user}>` }, told: 'user-unknown' },
    ],
    editNote: [
      { params: { ...order, note: a.note }, body: { body: 'b' }, told: 'not-found' },
      { params: { order: ours, note: a.note }, body: { body: 'b' }, told: 'not-found' },
    ],
    deleteNote: [
      { params: { ...order, note: a.note }, told: 'not-found' },
      { params: { order: ours, note: a.note }, told: 'not-found' },
    ],
    listMentions: [{ told: 'own' }, { query: { unread: 'true' }, told: 'own' }],
    readMentions: [{ body: { notes: [a.note] }, told: 'not-a-user' }],
    eraseOrder: [{ params: order, told: 'not-found' }],
    setCustomFields: [
      { params: order, body: { customFields: { mark: 'stolen' } }, told: 'not-found' },
    ],
  };
}

/** What people keep and do from the list. */
export function deskAttempts(a: Foreign, mark: string): Record<string, Attempt[]> {
  const shown = { filters: { sku: 'A_MUG' }, sort: '-total', columns: [] };
  const bulk = { bulk: a.bulk };
  const action = { kind: 'tag', tag: 'b' };
  return {
    listOrderViews: [{ told: 'own' }, { query: { counts: 'true' }, told: 'own' }],
    createOrderView: [{ body: { name: 'b', density: 'compact', ...shown }, told: 'own' }],
    changeOrderView: [{ params: { view: a.view }, body: { name: 'b' }, told: 'not-found' }],
    deleteOrderView: [{ params: { view: a.view }, told: 'not-found' }],
    setDefaultOrderView: [{ body: { view: a.view }, told: 'not-found' }],
    createBulkAction: [
      { body: { action, orders: [a.order] }, told: 'own' },
      { body: { action, filters: { tag: mark } }, told: 'own' },
      { body: { action, filters: { channel: a.channel } }, told: 'channel-unknown' },
    ],
    startBulkAction: [{ params: bulk, told: 'not-found' }],
    cancelBulkAction: [{ params: bulk, told: 'not-found' }],
    getBulkAction: [{ params: bulk, told: 'not-found' }],
    listBulkActions: [{ told: 'own' }],
    listBulkActionOrders: [{ params: bulk, told: 'not-found' }],
  };
}
