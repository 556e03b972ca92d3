// Fulfillment over HTTP.

import * as contract from '@doorstep/contract/fulfillment.ts';
import * as board from '@doorstep/contract/fulfillment-board.ts';
import type { FulfillmentOrderId, ParcelId } from '@doorstep/core/ids.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { sourceOrder } from '../orders/source-order.ts';
import type { SourcingDeps } from '../orders/source-units.ts';
import { listBoardCards } from './list-board-cards.ts';
import { packParcel } from './pack-parcel.ts';
import { readBoard } from './read-board.ts';
import { listFulfillmentOrders, readFulfillmentOrder } from './read-fulfillment-orders.ts';
import { listParcels, readParcel } from './read-parcels.ts';
import { recordPicks } from './record-picks.ts';
import { recordShipment } from './record-shipment.ts';
import { releaseOrder } from './release-order.ts';
import { shipParcel } from './ship-parcel.ts';

export function fulfillmentRoutes(http: HttpContext, deps: SourcingDeps): void {
  bindCommand(http, contract.releaseOrder, (tx, { params, body }) =>
    releaseOrder(tx, params.order, body?.version),
  );
  bindCommand(http, contract.sourceOrder, (tx, { params, body }) =>
    sourceOrder(tx, deps, params.order, body?.version),
  );
  bindRead(http, contract.listFulfillmentOrders, (tx, { query }) =>
    listFulfillmentOrders(tx, query),
  );
  bindRead(http, contract.getFulfillmentOrder, (tx, { params }) =>
    readFulfillmentOrder(tx, params.fulfillmentOrder as FulfillmentOrderId),
  );
  bindCommand(http, contract.recordPicks, (tx, { params, body }) =>
    recordPicks(tx, deps, params.fulfillmentOrder as FulfillmentOrderId, body ?? {}),
  );
  bindCommand(http, contract.packParcel, (tx, { params, body }) =>
    packParcel(tx, params.fulfillmentOrder as FulfillmentOrderId, body ?? {}),
  );
  bindRead(http, contract.listParcels, (tx, { query }) => listParcels(tx, query));
  bindRead(http, contract.getParcel, (tx, { params }) => readParcel(tx, params.parcel as ParcelId));
  bindCommand(http, contract.shipParcel, (tx, { params, body }) =>
    shipParcel(tx, params.parcel as ParcelId, body ?? {}),
  );
  bindCommand(http, contract.recordShipment, (tx, { params, body }) =>
    recordShipment(tx, params.order, body ?? {}),
  );
  bindRead(http, board.getFulfillmentBoard, (tx, { params, query }) =>
    readBoard(tx, params, query, http.now()),
  );
  bindRead(http, board.listBoardCards, (tx, { params, query }) =>
    listBoardCards(tx, params, query, http.now()),
  );
}
