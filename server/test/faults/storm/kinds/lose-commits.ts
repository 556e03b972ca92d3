import type { Fault } from '../fault.ts';

export const loseCommits: Fault = {
  kind: 'lose-commits',
  async strike({ network }, chance) {
    const moment = chance.pick(['before', 'after'] as const);
    network.lose(moment);
    return {
      what: moment === 'before' ? 'before they arrive' : 'done, and nobody is told',
      lastsMs: chance.between(200, 1200),
      undo: () => network.lose(null),
    };
  },
};
