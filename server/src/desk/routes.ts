// The order list over HTTP, and what people do from it.

import * as bulk from '@doorstep/contract/bulk-actions.ts';
import * as views from '@doorstep/contract/order-views.ts';
import * as orders from '@doorstep/contract/orders.ts';
import type { BulkActionId, OrderViewId } from '@doorstep/core/ids.ts';
import { inTransaction } from '../db/transaction.ts';
import { answerCommand } from '../http/answer-command.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { chooseDefaultView } from './choose-default-view.ts';
import { countOrders } from './count-orders.ts';
import { createBulkAction } from './create-bulk-action.ts';
import { deleteView } from './delete-view.ts';
import { listOrders } from './list-orders.ts';
import { readBulkAction, readBulkActions, readBulkOrders } from './read-bulk-actions.ts';
import { readViews } from './read-views.ts';
import { refuseBulkAction } from './refuse-bulk-action.ts';
import { changeView, saveView } from './save-view.ts';
import { switchBulkAction } from './switch-bulk-action.ts';

export function deskRoutes(http: HttpContext): void {
  bindRead(http, orders.listOrders, (tx, { query }) => listOrders(tx, query, http.now()));
  bindRead(http, orders.countOrders, (tx, { query }) => countOrders(tx, query, http.now()));
  viewRoutes(http);
  bulkRoutes(http);
}

function viewRoutes(http: HttpContext): void {
  bindCall(http, views.listOrderViews, ({ principal, query }) =>
    inTransaction(http.pool, principal.tenant, (tx) =>
      readViews(tx, principal.actor, query.counts === true, http.now()),
    ),
  );
  bindCommand(http, views.createOrderView, (tx, { body }) => saveView(tx, body));
  bindCommand(http, views.changeOrderView, (tx, { params, body }) =>
    changeView(tx, params.view as OrderViewId, body),
  );
  bindCommand(http, views.deleteOrderView, (tx, { params }) =>
    deleteView(tx, params.view as OrderViewId),
  );
  bindCommand(http, views.setDefaultOrderView, (tx, { body }) =>
    chooseDefaultView(tx, body.view as OrderViewId | null),
  );
}

function bulkRoutes(http: HttpContext): void {
  bindCall(http, bulk.createBulkAction, async (call) => {
    const { principal, body } = call;
    const refused = refuseBulkAction(body.action, principal.scopes);
    return refused ?? answerCommand(http, call, (tx) => createBulkAction(tx, body));
  });
  bindCall(http, bulk.startBulkAction, (call) => {
    const how = { to: 'running', scopes: call.principal.scopes } as const;
    return answerCommand(http, call, (tx) =>
      switchBulkAction(tx, call.params.bulk as BulkActionId, how),
    );
  });
  bindCommand(http, bulk.cancelBulkAction, (tx, { params }) =>
    switchBulkAction(tx, params.bulk as BulkActionId, { to: 'canceled' }),
  );
  bindRead(http, bulk.getBulkAction, (tx, { params }) =>
    readBulkAction(tx, params.bulk as BulkActionId),
  );
  bindRead(http, bulk.listBulkActions, (tx, { query }) => readBulkActions(tx, query));
  bindRead(http, bulk.listBulkActionOrders, (tx, { params, query }) =>
    readBulkOrders(tx, params.bulk as BulkActionId, query),
  );
}
