import type { Fault } from '../fault.ts';

export const cutConnections: Fault = {
  kind: 'cut-connections',
  async strike({ network }, chance) {
    const times = chance.between(1, 3);
    const everyMs = chance.between(50, 400);
    network.cut();
    const again = setInterval(() => network.cut(), everyMs);
    return {
      what: `all, every ${everyMs} ms`,
      lastsMs: everyMs * (times - 1),
      undo: () => clearInterval(again),
    };
  },
};
