// Orders in a drop at a steady rate, from a process of its own: what watches the drop shall not share its
// thread with those who buy. Told by a message what to do; answers what came of it.

export interface Surge {
  readonly url: string;
  readonly apiKey: string;
  readonly drop: string;
  readonly sku: string;
  readonly channel: string;
  /** Orders, of a unit each. */
  readonly perSecond: number;
  readonly seconds: number;
}

export interface SurgeOutcome {
  readonly captured: number;
  readonly refused: number;
  readonly seconds: number;
}

/** So often a bulk of orders is sent, whether the ones before are answered or not. */
const EVERY_MS = 100;
/** More on their way would only wait in line. */
const IN_FLIGHT_MAX = 8;

async function surge({ perSecond, seconds, ...to }: Surge): Promise<SurgeOutcome> {
  const each = Math.ceil((perSecond * EVERY_MS) / 1000);
  const startedAt = performance.now();
  const flying = new Set<Promise<void>>();
  let [captured, refused] = [0, 0];
  for (let sent = 0; sent < (seconds * 1000) / EVERY_MS; sent += 1) {
    const waitMs = startedAt + sent * EVERY_MS - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    while (flying.size >= IN_FLIGHT_MAX) await Promise.race(flying);
    const flight = sendBulk(to, sent, each).then((outcome) => {
      captured += outcome.captured;
      refused += outcome.refused;
      flying.delete(flight);
    });
    flying.add(flight);
  }
  await Promise.all(flying);
  return { captured, refused, seconds: (performance.now() - startedAt) / 1000 };
}

type To = Omit<Surge, 'perSecond' | 'seconds'>;

async function sendBulk({ url, apiKey, drop, sku, channel }: To, number: number, count: number) {
  const orders = Array.from({ length: count }, (_, place) => ({
    channel,
    currency: 'EUR',
    externalId: `surge-${process.pid}-${number}-${place}`,
    lines: [{ sku, quantity: 1, unitPriceMinor: 5900 }],
    drop: { id: drop },
  }));
  const answer = await fetch(`${url}/v1/orders/bulk`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(orders),
  });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  const captured = lines.filter((line) => /"status":201/.test(line)).length;
  return { captured, refused: count - captured };
}

process.on('message', (job: Surge) => {
  surge(job).then(
    (outcome) => process.send?.(outcome),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
