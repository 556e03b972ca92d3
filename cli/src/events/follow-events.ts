// One connection to the live log, until it breaks.
// https://html.spec.whatwg.org/multipage/server-sent-events.html

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
    try {
      for await (const line of linesOf(response.body)) {
        alarm.refresh();
        if (line.startsWith('data: ')) yield JSON.parse(line.slice('data: '.length)) as LogEvent;
      }
    } catch {
      return; // broken off, perhaps in the middle of a line
    }
  } finally {
    clearTimeout(alarm);
    silent.abort();
  }
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
