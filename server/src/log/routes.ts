// GET /v1/events by cursor, and as a live stream that resumes where it broke off.

import { listEvents, streamEvents } from '@doorstep/contract/log.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { bindCall, bindRead, type HttpContext } from '../http/bind.ts';
import { openEventStream } from '../http/event-stream.ts';
import type { LogFollower } from './follow-log.ts';
import { readLog } from './read-log.ts';
import { selectHead } from './sql.ts';

/** Events sent before the stream looks whether its reader still keeps up. */
const STREAM_BATCH = 200;
const KEEP_ALIVE_MS = 15_000;
/** Then the client resumes with its credentials: a key that was revoked ends its streams, too. */
const STREAM_MS_MAX = 5 * 60_000;

export function logRoutes(http: HttpContext, follower: LogFollower): void {
  bindRead(http, listEvents, async (tx, { query }) => {
    const limit = query.limit ?? 50;
    const after = query.newest ? await before(tx, limit) : BigInt(query.after ?? 0);
    const items = await readLog(tx, after, limit);
    return { items, nextAfter: items.at(-1)?.position ?? Number(after) };
  });

  bindCall(http, streamEvents, async ({ query, principal, request, reply }) => {
    const resumeAt = request.headers['last-event-id'] ?? query.after;
    let position = await startOf(http, principal.tenant, resumeAt);
    const stream = openEventStream(reply, KEEP_ALIVE_MS);
    const until = performance.now() + STREAM_MS_MAX;
    try {
      while (!stream.signal.aborted && performance.now() < until) {
        const events = await inTransaction(http.pool, principal.tenant, (tx) =>
          readLog(tx, position, STREAM_BATCH),
        );
        for (const event of events) {
          await stream.send({ id: String(event.position), event: event.type, data: event });
          position = BigInt(event.position ?? position);
        }
        if (events.length === 0) await follower.grown(principal.tenant, stream.signal);
      }
    } finally {
      stream.end(); // also when the database went away: the client resumes where it was
    }
    return undefined;
  });
}

/** The position behind which the newest `limit` events stand: positions have no holes. */
async function before(tx: Tx, limit: number): Promise<bigint> {
  const last = (await tx.row(selectHead))?.last_position ?? 0n;
  return last > BigInt(limit) ? last - BigInt(limit) : 0n;
}

/** Where a stream starts: behind the given position, else at what is newest now. */
async function startOf(
  http: HttpContext,
  tenant: Parameters<typeof inTransaction>[1],
  resumeAt: unknown,
): Promise<bigint> {
  const text = String(resumeAt ?? '');
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  return inTransaction(http.pool, tenant, async (tx) => {
    const head = await tx.row(selectHead);
    return head?.last_position ?? 0n;
  });
}
