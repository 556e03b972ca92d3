import type { Fault } from '../fault.ts';

export const freezeProcess: Fault = {
  kind: 'freeze-process',
  async strike({ apis, worker }, chance) {
    const part = chance.pick([...apis, worker]);
    part.freeze();
    return { what: part.name, lastsMs: chance.between(500, 3000), undo: () => part.thaw() };
  },
};
