// Reads server-sent events of the log.

import type { LogEvent } from '@doorstep/contract/log.ts';

export interface Followed {
  /** Events that came since the last call, up to the one looked for. */
  until(isLast: (event: LogEvent) => boolean): Promise<LogEvent[]>;
  close(): void;
}

const WAIT_MS = 10_000;

export async function followStream(url: string, secret: string): Promise<Followed> {
  const gone = new AbortController();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${secret}` },
    signal: AbortSignal.any([gone.signal, AbortSignal.timeout(WAIT_MS)]),
  });
  if (response.body === null) throw new Error('the stream has no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async until(isLast) {
      const events: LogEvent[] = [];
      for (;;) {
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
          text = text.slice(end + 2);
          if (data === undefined) continue;
          const event: LogEvent = JSON.parse(data);
          events.push(event);
          if (isLast(event)) return events;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('the stream ended');
        text += value;
      }
    },
    close: () => gone.abort(),
  };
}
