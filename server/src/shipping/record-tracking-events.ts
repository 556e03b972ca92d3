// Records what carriers say. Each parcel has a transaction of its own, so that a thousand words
// about as many parcels hold no order longer than its own takes, and none fails another.

import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import type {
  recordTrackingEvents as operation,
  ToldEvent,
  ToldOutcome,
} from '@doorstep/contract/shipping.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import type { Pool } from '../db/pool.ts';
import { type CommandContext, type IdempotencyKey, runCommand } from '../db/run-command.ts';
import { carrierName } from './find-parcel.ts';
import { recordTold } from './record-told.ts';

/** Parcels recorded at the same time for one request: others need connections as well. */
const AT_ONCE = 3;

export async function recordTrackingEvents(
  pool: Pool,
  context: CommandContext,
  key: IdempotencyKey | null,
  body: BodyOf<typeof operation>,
): Promise<AnswerOf<typeof operation> | Refusal> {
  const events = body.events.map((event) => ({
    ...event,
    trackingNumber: event.trackingNumber.trim(),
  }));
  const placed = events.map((event, place) => ({ event, place }));
  const parcels = Map.groupBy(placed, ({ event }) =>
    JSON.stringify([carrierName(event.carrier), event.trackingNumber]),
  );
  const outcomes: ToldOutcome[] = [];
  const waiting = [...parcels];
  let refused: Refusal | undefined;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, told] = next;
      const { outcome } = await runCommand(pool, context, keyOf(key, name, told), (tx) =>
        recordTold(
          tx,
          told.map(({ event }) => event),
        ),
      );
      if (isRefusal(outcome)) refused = outcome;
      else for (const [index, one] of outcome.entries()) outcomes[told[index]?.place ?? 0] = one;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return refused ?? { outcomes };
}

/** The key of the request, for one of its parcels. */
function keyOf(
  key: IdempotencyKey | null,
  parcel: string,
  told: readonly { readonly event: ToldEvent }[],
): IdempotencyKey | null {
  if (key === null) return null;
  return {
    key: `${key.key} ${parcel}`,
    route: key.route,
    input: JSON.stringify(told.map(({ event }) => event)),
  };
}
