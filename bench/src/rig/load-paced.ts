// Orders at a rate that does not wait for answers. Each is timed from the moment it was due: what
// waits behind a slow answer counts as slow too, where senders in turn would just have sent less.

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { seededRandom } from '@doorstep/server/src/demo/seeded-random.ts';
import { answerReader, portOf, requestsOf, type Sending } from './load-singles.ts';

const TICK_MS = 1;
/** What is due and not answered by then would never be. */
const GRACE_MS = 20_000;

/** They come by chance, as buyers do: the gaps between them are exponential. */
export async function sendPaced(sending: Sending): Promise<void> {
  const { job, stopAt, isOver, answered } = sending;
  const rate = job.rate ?? 0;
  if (!(rate > 0)) throw new Error('a paced load needs a rate');
  const random = seededRandom(20_261_128);
  const next = requestsOf(sending);
  const lanes = await openLanes(sending, answered);
  const due: number[] = [];
  let dueAt = performance.now();
  while (performance.now() < stopAt) {
    for (const now = performance.now(); dueAt <= now; ) {
      due.push(dueAt);
      dueAt += (-Math.log(1 - random()) * 1000) / rate;
    }
    lanes.send(due, next);
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  due.push(performance.now()); // its answer ends the measured time, however slow the pace
  const giveUpAt = performance.now() + GRACE_MS;
  while (due.length > 0 || lanes.busy() > 0 || !isOver()) {
    if (due.length === 0 && lanes.busy() === 0) due.push(performance.now());
    if (performance.now() > giveUpAt) throw new Error(`${due.length} orders were never answered`);
    lanes.send(due, next);
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  lanes.close();
}

interface Lane {
  readonly socket: Socket;
  dueAt: number;
  sentAt: number;
}

async function openLanes({ job }: Sending, answered: Sending['answered']) {
  const free: Lane[] = [];
  const all = await Promise.all(
    Array.from({ length: job.connections }, (_, place) =>
      openLane(portOf(job, place), free, answered),
    ),
  );
  free.push(...all);
  return {
    busy: () => all.length - free.length,
    /** Takes what can be sent off the list; the rest waits for a connection. */
    send(due: number[], next: () => string): void {
      const sent = due.splice(0, free.length);
      for (const dueAt of sent) {
        const lane = free.pop();
        if (lane === undefined) return;
        lane.dueAt = dueAt;
        lane.sentAt = performance.now();
        lane.socket.write(next());
      }
    },
    close(): void {
      for (const { socket } of all) socket.destroy();
    },
  };
}

async function openLane(port: number, free: Lane[], answered: Sending['answered']): Promise<Lane> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await once(socket, 'connect');
  const lane: Lane = { socket, dueAt: 0, sentAt: 0 };
  const reader = answerReader();
  socket.on('data', (chunk) => {
    const answer = reader(chunk);
    if (answer === undefined) return;
    const now = performance.now();
    answered(answer.status, now - lane.dueAt, answer.text, now - lane.sentAt);
    free.push(lane);
  });
  // An answer that never comes is told at the end.
  socket.on('error', () => {});
  return lane;
}
