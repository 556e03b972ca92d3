import type { Fault } from '../fault.ts';

export const killApi: Fault = {
  kind: 'kill-api',
  async strike({ apis }, chance) {
    const api = chance.pick(apis);
    await api.kill();
    return { what: api.name, lastsMs: chance.between(0, 1500), undo: () => api.start() };
  },
};
