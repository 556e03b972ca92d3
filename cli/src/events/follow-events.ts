// One connection to the live log, until it breaks.
// https://html.spec.whatwg.org/multipage/server-sent-events.html

import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type LogEvent, streamEvents } from '@doorstep/contract/log.ts';
import { errorOf, headersOf, reach, urlOf } from '../api.ts';
import type { Connection } from '../config.ts';

/** The server says something at least every 15 s: after three silences it has gone. */
const SILENCE_MS_MAX = 45_000;

export async function* followEvents(
  connection: Connection,
  after: number,
): AsyncGenerator<LogEvent | 'connected'> {
  const silent = new AbortController();
  const alarm = setTimeout(() => silent.abort(), SILENCE_MS_MAX);
  try {
    const response = await reach(connection, () =>
      fetch(urlOf(connection, streamEvents, { query: { after } }), {
        headers: headersOf(connection, streamEvents),
        signal: silent.signal,
      }),
    );
    if (!response.ok || response.body === null)
      throw errorOf(response.status, await response.text());
    yield 'connected';
    const body = Readable.fromWeb(response.body);
    const broken = new Promise<void>((resolve) => body.on('error', () => resolve()));
    const lines = createInterface({ input: body, crlfDelay: Number.POSITIVE_INFINITY });
    void broken.then(() => lines.close());
    for await (const line of lines) {
      alarm.refresh();
      if (line.startsWith('data: ')) yield JSON.parse(line.slice('data: '.length)) as LogEvent;
    }
  } finally {
    clearTimeout(alarm);
    silent.abort();
  }
}
