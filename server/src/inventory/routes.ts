// Stock over HTTP.

import * as contract from '@doorstep/contract/inventory.ts';
import * as documents from '@doorstep/contract/stock-documents.ts';
import * as entries from '@doorstep/contract/stock-entries.ts';
import * as grid from '@doorstep/contract/stock-grid.ts';
import type { Id } from '@doorstep/core/ids.ts';
import { refuse } from '@doorstep/core/refusal.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { adjustStock } from './adjust-stock.ts';
import { availabilityBoard } from './availability-board.ts';
import { cancelTransfer } from './cancel-transfer.ts';
import { countStock } from './count-stock.ts';
import { dispatchTransfer } from './dispatch-transfer.ts';
import { enterStock } from './enter-stock.ts';
import { expectStock } from './expect-stock.ts';
import { listStockLevels, listStockMovements, listStockReservations } from './list-stock.ts';
import { listStockGrid } from './list-stock-grid.ts';
import { readStockSums } from './read-stock-sums.ts';
import { readTransfer } from './read-transfer.ts';
import { receiveStock } from './receive-stock.ts';
import { receiveTransfer } from './receive-transfer.ts';
import { reclassifyStock } from './reclassify-stock.ts';
import { releaseReservation } from './release-reservation.ts';
import { reserveStock } from './reserve-stock.ts';
import { reverseStockEntry } from './reverse-stock-entry.ts';
import { setBackorderLimit } from './set-backorder-limit.ts';
import { setSafetyStock } from './set-safety-stock.ts';

/** SKUs in one availability question. */
const SKUS_MAX = 50;
/** Nobody can tell it from now: a request takes longer on its way. */
const AGE_MS_DEFAULT = 250;

export function inventoryRoutes(http: HttpContext): void {
  bindCommand(http, documents.receiveStock, (tx, { body }) => receiveStock(tx, body));
  bindCommand(http, documents.expectStock, (tx, { body }) => expectStock(tx, body));
  bindCommand(http, documents.adjustStock, (tx, { body }) => adjustStock(tx, body));
  bindCommand(http, documents.countStock, (tx, { body }) => countStock(tx, body));
  bindCommand(http, documents.reclassifyStock, (tx, { body }) => reclassifyStock(tx, body));
  bindCommand(http, documents.dispatchTransfer, (tx, { body }) => dispatchTransfer(tx, body));
  bindCommand(http, documents.receiveTransfer, (tx, { params, body }) =>
    receiveTransfer(tx, params.transfer as Id<'transfer'>, body ?? {}),
  );
  bindCommand(http, documents.cancelTransfer, (tx, { params }) =>
    cancelTransfer(tx, params.transfer as Id<'transfer'>),
  );
  bindRead(http, documents.getTransfer, (tx, { params }) =>
    readTransfer(tx, params.transfer as Id<'transfer'>),
  );
  bindCommand(http, contract.reserveStock, (tx, { body }) => reserveStock(tx, body));
  bindCommand(http, contract.releaseReservation, (tx, { params }) =>
    releaseReservation(tx, params.reservation as Id<'reservation'>),
  );
  bindCommand(http, contract.setSafetyStock, (tx, { body }) => setSafetyStock(tx, body));
  bindCommand(http, contract.setBackorderLimit, (tx, { params, body }) =>
    setBackorderLimit(tx, params.sku, body.cap),
  );
  bindCommand(http, entries.enterStock, (tx, { body }) => enterStock(tx, body));
  bindCommand(http, entries.reverseStockEntry, (tx, { params }) =>
    reverseStockEntry(tx, params.entry as Id<'stockEntry'>),
  );
  bindRead(http, grid.listStockGrid, (tx, { query }) => listStockGrid(tx, query));
  bindRead(http, grid.getStockSums, (tx, { query }) => readStockSums(tx, query));
  bindRead(http, contract.listStockLevels, (tx, { query }) => listStockLevels(tx, query));
  bindRead(http, contract.listStockMovements, (tx, { query }) => listStockMovements(tx, query));
  bindRead(http, contract.listReservations, (tx, { query }) => listStockReservations(tx, query));
  const board = availabilityBoard(http.pool, http.now);
  bindCall(http, contract.getAvailability, async ({ query, principal: { tenant } }) => {
    const skus = query.sku.split(',').map((part) => part.trim());
    const { channel, maxAgeMs = AGE_MS_DEFAULT } = query;
    return skus.length > SKUS_MAX
      ? refuse('validation-failed', `Ask for at most ${SKUS_MAX} SKUs at once.`)
      : board.ask({ tenant, skus, channel, maxAgeMs });
  });
}
