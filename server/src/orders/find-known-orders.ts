// (channel, external id) is unique: a second arrival is the same order.

import { type ChannelId, idFromUuid, uuidOf } from '@doorstep/core/ids.ts';
import type { Tx } from '../db/transaction.ts';
import type { LocationBook } from '../routing/location-book.ts';
import { selectKnownOrders } from './capture.sql.ts';
import type { CaptureJob, CaptureOutcome } from './capture-job.ts';
import { readAnswers } from './claim-keys.ts';

/** Answers the jobs whose order the channel sent before. */
export async function findKnownOrders(
  tx: Tx,
  jobs: readonly CaptureJob[],
  book: LocationBook,
  outcomes: Map<CaptureJob, CaptureOutcome>,
): Promise<void> {
  const named = jobs.flatMap((job) => {
    const channel = book.channels.get(job.request.channel)?.id;
    const external = job.request.externalId;
    return channel === undefined || external === undefined || outcomes.has(job)
      ? []
      : [{ job, place: placeOf(channel, external), channel: uuidOf(channel), external }];
  });
  if (named.length === 0) return;
  const rows = await tx.rows(selectKnownOrders, [
    JSON.stringify(named.map(({ channel, external }) => ({ channel, external }))),
  ]);
  if (rows.length === 0) return;
  const known = new Map(
    rows.map((row) => [
      placeOf(idFromUuid('channel', row.channel_id), row.external_id),
      idFromUuid('order', row.id),
    ]),
  );
  const answers = await readAnswers(tx, [...known.values()]);
  for (const { job, place } of named) {
    const order = known.get(place);
    const answer = order === undefined ? undefined : answers.get(order);
    if (answer !== undefined) outcomes.set(job, { answer, how: 'known' });
  }
}

function placeOf(channel: ChannelId, externalId: string): string {
  return `${channel} ${externalId}`;
}
