import type { Fault } from '../fault.ts';

/** One side speaks and is not heard. What was said is lost, or comes late. */
export const cutOneDirection: Fault = {
  kind: 'cut-one-direction',
  async strike({ network }, chance) {
    const direction = chance.pick(['to-server', 'to-client'] as const);
    const isLost = chance.pick([true, false]);
    network.hold(direction);
    return {
      what: `${direction}, what was said ${isLost ? 'is lost' : 'comes late'}`,
      lastsMs: chance.between(500, 2500),
      undo() {
        if (isLost) network.cut();
        network.letGo();
      },
    };
  },
};
