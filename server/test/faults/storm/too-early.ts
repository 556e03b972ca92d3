// A request that depends on another one and overtakes it: it gets a typed "no", or it works.

import type { Asking } from './ask.ts';
import type { Chance } from './fault.ts';
import type { Body } from './witness.ts';

interface Walking {
  readonly name: string;
  /** That comes next in turn. */
  readonly step: string;
  /** What earlier steps were answered. */
  readonly known: ReadonlyMap<string, Body>;
  readonly ask: Asking;
  readonly chance: Chance;
}

/** Only what is surely refused, or may as well come first: the road goes on as if nothing had been. */
export async function tooEarly({ name, step, known, ask, chance }: Walking): Promise<void> {
  if (chance.pick([true, false])) return;
  const idOf = (earlier: string) => String(known.get(earlier)?.['id']);
  const early = (path: string, body: object) => ask.send(`early ${step} ${name}`, path, body);
  if (step === 'release')
    await early(`/v1/orders/${idOf('capture')}/returns`, {
      lines: [{ line: 1, quantity: 1, reason: 'changed-mind' }],
    });
  if (step === 'ship')
    await early('/v1/tracking-events', {
      events: [
        {
          carrier: 'road',
          trackingNumber: `T ${name}`,
          status: 'in-transit',
          occurredAt: '2026-11-22T10:00:00.000Z',
          id: 'early',
        },
      ],
    });
  if (step === 'receive the return')
    await early(`/v1/returns/${idOf('ask for a return')}/refunds`, {});
}
