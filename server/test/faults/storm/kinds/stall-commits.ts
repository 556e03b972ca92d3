import type { Fault } from '../fault.ts';

export const stallCommits: Fault = {
  kind: 'stall-commits',
  async strike({ network }, chance) {
    network.hold('commits');
    return {
      what: 'held back, then passed on',
      lastsMs: chance.between(500, 4000),
      undo: () => network.letGo(),
    };
  },
};
