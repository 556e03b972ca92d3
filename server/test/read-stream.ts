// Reads the live stream of events as a client does.

import assert from 'node:assert/strict';

export interface StreamedEvent {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly version: number;
}

/** Reads until it has so many, then hangs up. */
export async function streamedEvents(
  { address, secret }: { readonly address: string; readonly secret: string },
  count: number,
  { headers = {}, query = '' }: { readonly headers?: object; readonly query?: string } = {},
): Promise<StreamedEvent[]> {
  const hangUp = new AbortController();
  const answer = await fetch(`${address}/v1/events/stream${query}`, {
    headers: { authorization: `Bearer ${secret}`, ...headers },
    signal: AbortSignal.any([hangUp.signal, AbortSignal.timeout(10_000)]),
  });
  assert.match(answer.headers.get('content-type') ?? '', /event-stream/);
  const events: StreamedEvent[] = [];
  let text = '';
  assert.ok(answer.body !== null);
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const fields = new Map(message.split('\n').map((line) => splitOnce(line)));
      const data = fields.get('data');
      if (data === undefined) continue;
      const event = JSON.parse(data) as StreamedEvent;
      assert.deepEqual(
        [fields.get('id'), fields.get('event')],
        [String(event.position), event.type],
      );
      events.push(event);
    }
    if (events.length >= count) break;
  }
  hangUp.abort();
  return events;
}

function splitOnce(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
