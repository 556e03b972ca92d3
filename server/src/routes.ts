// Every route of the API, room by room.

import type { FastifyInstance } from 'fastify';
import { guessLimit } from './access/guess-limit.ts';
import { type AccessDoors, accessRoutes } from './access/routes.ts';
import { accountingRoutes } from './accounting/routes.ts';
import { analyticsRoutes } from './analytics/routes.ts';
import { catalogRoutes } from './catalog/routes.ts';
import { customersRoutes } from './customers/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { dropRefusals } from './drops/drop-refusals.ts';
import { dropRoutes } from './drops/routes.ts';
import { exceptionRoutes } from './exceptions/routes.ts';
import { fulfillmentRoutes } from './fulfillment/routes.ts';
import { exportRoutes } from './history/export-routes.ts';
import { historyRoutes } from './history/routes.ts';
import type { HttpContext } from './http/bind.ts';
import { dashboardRoutes } from './http/dashboard.ts';
import { noteRequests } from './http/note-requests.ts';
import { referenceRoutes } from './http/reference.ts';
import { inventoryRoutes } from './inventory/routes.ts';
import { stockView } from './inventory/stock-view.ts';
import { locationsRoutes } from './locations/routes.ts';
import { logRoutes } from './log/routes.ts';
import { orderPageRoutes } from './order-page/routes.ts';
import { captureQueue } from './orders/capture-queue.ts';
import { countDropRefusals } from './orders/count-drop-refusals.ts';
import { openGiftCards } from './orders/open-gift-cards.ts';
import { reviewRoutes } from './orders/review-routes.ts';
import { orderRoutes } from './orders/routes.ts';
import { connectionRoutes } from './payments/connection-routes.ts';
import { policyRoutes } from './payments/policy-routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { reconciliationRoutes } from './reconciliation/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { returnRoutes } from './returns/routes.ts';
import { riskRoutes } from './risk/routes.ts';
import { locationBooks } from './routing/location-book.ts';
import { CAPTURE_CONNECTIONS, type Runtime } from './runtime.ts';
import { settingsRoutes } from './settings/routes.ts';
import { shippingRoutes } from './shipping/routes.ts';
import { giftCardDoor } from './stored-value/gift-card-door.ts';
import { joinStoreCredit } from './stored-value/join-store-credit.ts';
import { storedValueRoutes } from './stored-value/routes.ts';
import { verifyRoutes } from './verify/routes.ts';
import { webhooksRoutes } from './webhooks/routes.ts';

export function bindRoutes(app: FastifyInstance, runtime: Runtime): void {
  const http: HttpContext = {
    app,
    pool: runtime.app,
    now: runtime.now,
    authenticate: runtime.authentication.authenticate,
    site: { publicUrl: runtime.publicUrl },
  };
  noteRequests(app, runtime.requests.note);
  accessRoutes(http, accessDoors(runtime));
  settingsRoutes(http);
  customersRoutes(http, joinStoreCredit);
  catalogRoutes(http);
  locationsRoutes(http);
  inventoryRoutes(http);
  const refusals = dropRefusals();
  dropRoutes(http, refusals);
  const { numbers, now, realNow, providers } = runtime;
  const stock = { books: locationBooks(), view: stockView() };
  const queue = captureQueue(
    { pool: runtime.capture, numbers, now, providers, ...stock },
    CAPTURE_CONNECTIONS,
  );
  const guesses = guessLimit(runtime.gate, now);
  const door = giftCardDoor({ ...runtime, guesses });
  const openQueue = openGiftCards(countDropRefusals(queue, refusals), door);
  orderRoutes(http, { queue: openQueue, log: runtime.log }, { providers, door });
  fulfillmentRoutes(http, stock);
  shippingRoutes(http, runtime.carriers);
  returnRoutes(http, numbers);
  orderPageRoutes(http, { numbers, gate: runtime.gate, guesses });
  paymentRoutes(http);
  policyRoutes(http);
  storedValueRoutes(http, door, runtime.secrets);
  riskRoutes(http);
  reviewRoutes(http);
  connectionRoutes(http, runtime);
  exceptionRoutes(http, stock);
  deskRoutes(http);
  analyticsRoutes(http);
  logRoutes(http, runtime.follower);
  webhooksRoutes(http, { secrets: runtime.secrets, rules: runtime.outbound.rules, realNow });
  historyRoutes(http, runtime.log);
  exportRoutes(http, runtime.log);
  retentionRoutes(http);
  accountingRoutes(http, runtime.log);
  reconciliationRoutes(http, providers);
  verifyRoutes(http);
  referenceRoutes(app, runtime.app);
  dashboardRoutes(app);
}

function accessDoors(runtime: Runtime): AccessDoors {
  const { app, gate, authentication, secrets, now, realNow, log, mailer, publicUrl } = runtime;
  const mail = mailer === null || publicUrl === null ? null : { mailer, publicUrl };
  const guesses = guessLimit(gate, now);
  return { app, gate, authentication, guesses, secrets, now, realNow, log, mail };
}
