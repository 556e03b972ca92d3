// Drops over HTTP.

import * as rooms from '@doorstep/contract/drop-room.ts';
import * as contract from '@doorstep/contract/drops.ts';
import type { DropHoldId, DropId, DropPlaceId } from '@doorstep/core/ids.ts';
import { bindCall, bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { changeDrop } from './change-drop.ts';
import { changePool } from './change-pool.ts';
import { createDrop } from './create-drop.ts';
import type { DropRefusals } from './drop-refusals.ts';
import { holdUnits } from './hold-units.ts';
import { joinQueue } from './join-queue.ts';
import { leaveQueue } from './leave-queue.ts';
import { listDrops } from './list-drops.ts';
import { listEngagement } from './list-engagement.ts';
import { pauseDrop, resumeDrop } from './pause-drop.ts';
import { queueLines } from './queue-lines.ts';
import { readDrop } from './read-drop.ts';
import { readFigures } from './read-figures.ts';
import { readHold } from './read-hold.ts';
import { readPlace } from './read-place.ts';
import { recordEngagement } from './record-engagement.ts';
import { releaseDropHold } from './release-drop-hold.ts';
import { serveByDrop } from './serve-by-drop.ts';
import { stopDrop } from './stop-drop.ts';

export function dropRoutes(http: HttpContext, refusals: DropRefusals): void {
  bindCommand(http, contract.createDrop, (tx, { body }) => createDrop(tx, body));
  bindRead(http, contract.listDrops, (tx, { query }) => listDrops(tx, query, http.now()));
  bindRead(http, contract.getDrop, (tx, { params }) =>
    readDrop({ ...tx, now: http.now() }, params.drop as DropId),
  );
  bindCommand(http, contract.changeDrop, (tx, { params, body }) =>
    changeDrop(tx, params.drop as DropId, body),
  );
  bindCommand(http, contract.changePool, (tx, { params, body }) =>
    changePool(tx, params.drop as DropId, body),
  );
  bindCommand(http, contract.pauseDrop, (tx, { params }) => pauseDrop(tx, params.drop as DropId));
  bindCommand(http, contract.resumeDrop, (tx, { params }) => resumeDrop(tx, params.drop as DropId));
  bindCommand(http, contract.stopDrop, (tx, { params, body }) =>
    stopDrop(tx, params.drop as DropId, body),
  );
  roomRoutes(http, refusals);
}

/** What buyers and the video platform do while it runs. */
function roomRoutes(http: HttpContext, refusals: DropRefusals): void {
  const hold = serveByDrop(http.pool, http.now, holdUnits);
  bindCall(http, rooms.holdUnits, async ({ params, body, principal, idempotencyKey, reply }) => {
    const context = { tenant: principal.tenant, actor: principal.actor, now: http.now() };
    const answer = await hold(context, params.drop as DropId, body, idempotencyKey);
    if (answer.replayed) reply.header('idempotency-replayed', 'true');
    else refusals.note(params.drop, answer.outcome);
    return answer.outcome;
  });
  bindRead(http, rooms.getDropHold, (tx, { params }) =>
    readHold(tx, params.drop as DropId, params.hold as DropHoldId),
  );
  bindCommand(http, rooms.releaseDropHold, (tx, { params }) =>
    releaseDropHold(tx, params.drop as DropId, params.hold as DropHoldId),
  );
  queueRoutes(http);
  bindRead(http, rooms.getDropFigures, (tx, { params }) =>
    readFigures(tx, params.drop as DropId, { now: http.now(), refusals }),
  );
  bindCommand(http, rooms.recordEngagement, (tx, { params, body }) =>
    recordEngagement(tx, params.drop as DropId, body),
  );
  bindRead(http, rooms.listEngagement, (tx, { params, query }) =>
    listEngagement(tx, params.drop as DropId, query),
  );
}

function queueRoutes(http: HttpContext): void {
  const lines = queueLines();
  const join = serveByDrop(http.pool, http.now, joinQueue(lines));
  bindCall(http, rooms.joinQueue, async ({ params, body, principal, idempotencyKey, reply }) => {
    const context = { tenant: principal.tenant, actor: principal.actor, now: http.now() };
    const answer = await join(context, params.drop as DropId, body, idempotencyKey);
    if (answer.replayed) reply.header('idempotency-replayed', 'true');
    return answer.outcome;
  });
  const look = serveByDrop(http.pool, http.now, readPlace(lines));
  bindCall(http, rooms.getQueuePlace, async ({ params, principal }) => {
    const context = { tenant: principal.tenant, actor: principal.actor, now: http.now() };
    const answer = await look(context, params.drop as DropId, params.place as DropPlaceId, null);
    return answer.outcome;
  });
  bindCommand(http, rooms.leaveQueue, (tx, { params }) =>
    leaveQueue(tx, params.drop as DropId, params.place as DropPlaceId),
  );
}
