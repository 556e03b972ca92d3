// Every operation of the API, room by room. OpenAPI is made from this list.

import * as access from './access.ts';
import * as account from './account.ts';
import * as accounting from './accounting.ts';
import * as audit from './audit.ts';
import * as bulkActions from './bulk-actions.ts';
import * as catalog from './catalog.ts';
import * as channels from './channels.ts';
import * as colleagues from './colleagues.ts';
import * as customerOrders from './customer-orders.ts';
import * as customers from './customers.ts';
import * as dropRoom from './drop-room.ts';
import * as drops from './drops.ts';
import * as exceptionComments from './exception-comments.ts';
import * as exceptionGroups from './exception-groups.ts';
import * as exceptions from './exceptions.ts';
import * as exports from './exports.ts';
import * as flowReports from './flow-reports.ts';
import * as fulfillment from './fulfillment.ts';
import * as fulfillmentBoard from './fulfillment-board.ts';
import * as giftCards from './gift-cards.ts';
import * as importDesk from './import-desk.ts';
import * as imports from './imports.ts';
import * as inventory from './inventory.ts';
import * as locations from './locations.ts';
import * as log from './log.ts';
import * as mentions from './mentions.ts';
import type { Operation } from './operation.ts';
import * as orderCapture from './order-capture.ts';
import * as orderDeliveries from './order-deliveries.ts';
import * as orderNotes from './order-notes.ts';
import * as orderPage from './order-page.ts';
import * as orderPromise from './order-promise.ts';
import * as orderViews from './order-views.ts';
import * as orders from './orders.ts';
import * as paymentTerms from './payment-terms.ts';
import * as payments from './payments.ts';
import * as previews from './previews.ts';
import * as providerConnections from './provider-connections.ts';
import * as reconciliation from './reconciliation.ts';
import * as refunds from './refunds.ts';
import * as reports from './reports.ts';
import * as requests from './requests.ts';
import * as retention from './retention.ts';
import * as returns from './returns.ts';
import * as risk from './risk.ts';
import * as roles from './roles.ts';
import * as sessions from './sessions.ts';
import * as settings from './settings.ts';
import * as shipping from './shipping.ts';
import * as stockDocuments from './stock-documents.ts';
import * as stockEntries from './stock-entries.ts';
import * as stockGrid from './stock-grid.ts';
import * as storeCredit from './store-credit.ts';
import * as verification from './verification.ts';
import * as webhooks from './webhooks.ts';
import * as work from './work.ts';

const rooms: readonly Record<string, unknown>[] = [
  log,
  sessions,
  account,
  access,
  roles,
  colleagues,
  requests,
  audit,
  settings,
  retention,
  customers,
  catalog,
  channels,
  locations,
  inventory,
  stockDocuments,
  stockEntries,
  stockGrid,
  drops,
  dropRoom,
  orderCapture,
  orders,
  orderNotes,
  orderPromise,
  mentions,
  customerOrders,
  previews,
  orderViews,
  bulkActions,
  fulfillment,
  fulfillmentBoard,
  shipping,
  returns,
  orderPage,
  payments,
  refunds,
  paymentTerms,
  storeCredit,
  giftCards,
  risk,
  providerConnections,
  exceptions,
  exceptionComments,
  exceptionGroups,
  reports,
  flowReports,
  work,
  webhooks,
  orderDeliveries,
  imports,
  importDesk,
  exports,
  accounting,
  reconciliation,
  verification,
];

export const operations: readonly Operation[] = rooms.flatMap((room) =>
  Object.values(room).filter(isOperation),
);

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'path' in value && 'method' in value;
}
