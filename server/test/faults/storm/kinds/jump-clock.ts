import type { Fault } from '../fault.ts';

const MINUTE_MS = 60_000;
export const JUMP_MS_MAX = 120 * MINUTE_MS;

/** Of one process or of all, and back again: a jump forward ends in one backward. */
export const jumpClock: Fault = {
  kind: 'jump-clock',
  async strike({ apis, worker, aheadMs }, chance) {
    const all = [...apis, worker];
    const parts = chance.pick([all, ...all.map((part) => [part])]);
    const jumpMs = chance.pick([1, -1]) * chance.pick([MINUTE_MS, 20 * MINUTE_MS, JUMP_MS_MAX]);
    for (const part of parts) part.setClock(aheadMs + jumpMs);
    const whose = parts.map((part) => part.name).join(', ');
    return {
      what: `${whose}: ${jumpMs > 0 ? '+' : ''}${jumpMs / MINUTE_MS} min`,
      lastsMs: chance.between(500, 2500),
      undo() {
        for (const part of parts) part.setClock(aheadMs);
      },
    };
  },
};
