// Sends the calls of the SDK to another address: it knows none but PayPal's own. For tests.

interface Sent {
  readonly url?: string;
  readonly method?: string;
  readonly data?: string;
  readonly headers?: { toJSON?(): Record<string, string> };
  readonly signal?: AbortSignal;
  readonly timeout?: number;
}

const CALL_MS = 5000;

/** @param address http://host:port */
export function callElsewhere(address: string) {
  return async (sent: Sent) => {
    const { pathname, search } = new URL(sent.url ?? '/', address);
    const headers = sent.headers?.toJSON?.() ?? {};
    const timeout = AbortSignal.timeout(sent.timeout || CALL_MS);
    const response = await fetch(address + pathname + search, {
      method: (sent.method ?? 'GET').toUpperCase(),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ),
      ...(sent.data === undefined ? {} : { body: sent.data }),
      signal: sent.signal === undefined ? timeout : AbortSignal.any([sent.signal, timeout]),
    });
    return {
      data: await response.text(),
      status: response.status,
      statusText: response.statusText,
      headers: Object.fromEntries(response.headers),
      config: sent,
    };
  };
}
