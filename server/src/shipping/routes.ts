// Tracking over HTTP.

import * as labels from '@doorstep/contract/fulfillment-board.ts';
import * as contract from '@doorstep/contract/shipping.ts';
import type { ParcelId } from '@doorstep/core/ids.ts';
import type { Carrier } from '@doorstep/core/shipping/carrier.ts';
import { bindCall, bindRead, type HttpContext } from '../http/bind.ts';
import { getLabel } from './get-label.ts';
import { readTracking } from './read-tracking.ts';
import { recordTrackingEvents } from './record-tracking-events.ts';

export function shippingRoutes(http: HttpContext, carriers: ReadonlyMap<string, Carrier>): void {
  bindCall(http, contract.recordTrackingEvents, ({ body, principal, idempotencyKey }) =>
    recordTrackingEvents(
      http.pool,
      { tenant: principal.tenant, actor: principal.actor, now: http.now() },
      idempotencyKey,
      body,
    ),
  );
  bindRead(http, contract.getParcelTracking, (tx, { params }) =>
    readTracking(tx, params.parcel as ParcelId),
  );
  bindRead(http, labels.listCarriers, async () => ({
    items: [...carriers.keys()].map((name) => ({ name })),
  }));
  bindCall(http, labels.getParcelLabel, (call) =>
    getLabel(http, call, carriers, call.params.parcel as ParcelId, call.body),
  );
}
