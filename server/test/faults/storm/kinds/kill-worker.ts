import type { Fault } from '../fault.ts';

export const killWorker: Fault = {
  kind: 'kill-worker',
  async strike({ worker }, chance) {
    await worker.kill();
    return { what: worker.name, lastsMs: chance.between(0, 1500), undo: () => worker.start() };
  },
};
