// A drop of the hot SKU that has begun.

import { HOT_SKU } from '../capture/scenarios.ts';
import { askOnce } from '../rig/ask-once.ts';

const HOUR_MS = 3_600_000;

/** @returns its id */
export async function planDrop(
  server: Parameters<typeof askOnce>[0],
  units: number,
  limit: number | null,
): Promise<string> {
  const half = Math.floor(units / 2);
  const pool = [
    { location: 'L-0000', units: units - half },
    { location: 'L-0001', units: half },
  ];
  const body = {
    name: 'Bench',
    startsAt: new Date(Date.now() - HOUR_MS).toISOString(),
    endsAt: new Date(Date.now() + HOUR_MS).toISOString(),
    items: [{ sku: HOT_SKU, pool }],
    ...(limit === null ? {} : { limitPerBuyer: limit }),
  };
  const request = { method: 'POST', path: '/v1/drops', body } as const;
  return (await askOnce<{ id: string }>(server, request)).id;
}
