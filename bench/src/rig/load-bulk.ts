// A stream of orders in one request: one order per line out, one outcome per line in.
// Each order has an external id, by which a row sent again would be known.

import { request } from 'node:http';
import { portOf, type Sending } from './load-singles.ts';

/**
 * Rows sent and not answered yet, per stream. More than the server gathers before it answers the
 * first, few enough that the end of the measured time is near the end of the work.
 */
const IN_FLIGHT_MAX = 2_048;
/** Rows in one write. */
const CHUNK = 64;

export async function sendBulk(sending: Sending): Promise<void> {
  const { connections } = sending.job;
  await Promise.all(Array.from({ length: connections }, (_, place) => sendStream(sending, place)));
}

function sendStream({ job, bodies, isOver, answered }: Sending, place: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const sentAt: number[] = [];
    let first = 0;
    let sent = place * Math.floor(bodies.length / job.connections);
    let ended = false;
    const call = request({
      host: '127.0.0.1',
      port: portOf(job, place),
      method: 'POST',
      path: '/v1/orders/bulk',
      headers: {
        authorization: `Bearer ${job.secret}`,
        'content-type': 'application/x-ndjson',
      },
    });
    const fill = () => {
      while (!ended && sentAt.length - first + CHUNK <= IN_FLIGHT_MAX) {
        const now = performance.now();
        if (isOver()) {
          ended = true;
          call.end();
          return;
        }
        const rows: string[] = [];
        for (let row = 0; row < CHUNK; row += 1) {
          const number = sent++;
          const body = bodies[number % bodies.length] ?? '{}';
          rows.push(`{"externalId":"${job.keyPrefix}-${place}-${number}",${body.slice(1)}`);
          sentAt.push(now);
        }
        call.write(`${rows.join('\n')}\n`);
      }
    };
    call.on('response', (response) => {
      if (response.statusCode !== 200) reject(new Error(`bulk answered ${response.statusCode}`));
      let begun = '';
      response.setEncoding('latin1').on('data', (chunk: string) => {
        const lines = (begun + chunk).split('\n');
        begun = lines.pop() ?? '';
        const now = performance.now();
        for (const line of lines) {
          const status = Number(/"status":(\d{3})/.exec(line)?.[1] ?? 0);
          answered(status, now - (sentAt[first++] ?? now));
        }
        fill();
      });
      response.on('end', resolve).on('error', reject);
    });
    call.on('error', reject);
    fill();
  });
}
