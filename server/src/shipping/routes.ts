// Tracking over HTTP.

import * as contract from '@doorstep/contract/shipping.ts';
import type { ParcelId } from '@doorstep/core/ids.ts';
import { bindCall, bindRead, type HttpContext } from '../http/bind.ts';
import { readTracking } from './read-tracking.ts';
import { recordTrackingEvents } from './record-tracking-events.ts';

export function shippingRoutes(http: HttpContext): void {
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
}
