import type { Fault } from '../fault.ts';

/** Its supervisor may be faster in bringing it back than we. */
export const killPostgres: Fault = {
  kind: 'kill-postgres',
  async strike({ postgres }, chance) {
    process.kill(postgres.pid, 'SIGKILL');
    return {
      what: 'postmaster',
      lastsMs: chance.between(0, 500),
      undo: () => postgres.restart(),
    };
  },
};
