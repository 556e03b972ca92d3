import type { Fault } from '../fault.ts';

/** Most often what is hardest: the deed is done, and nobody hears of it. */
const TROUBLES = [...Array.from({ length: 3 }, () => 'answers lost' as const), 500, 503, 429];

/** It does what it is asked and is not heard, or cannot do anything right now. */
export const troubleProvider: Fault = {
  kind: 'trouble-provider',
  async strike({ doubles }, chance) {
    const provider = chance.pick(['stripe', 'paypal'] as const);
    const how = chance.pick(TROUBLES);
    doubles.trouble(provider, how);
    return {
      what: `${provider}: ${typeof how === 'number' ? `every request is answered ${how}` : how}`,
      lastsMs: chance.between(1000, 5000),
      undo: () => doubles.calm(),
    };
  },
};
