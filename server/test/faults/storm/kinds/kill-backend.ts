import { asOwner } from '../../point-rig.ts';
import type { Fault } from '../fault.ts';

/** PostgreSQL then ends all others as well, and recovers from its log. */
export const killBackend: Fault = {
  kind: 'kill-backend',
  async strike({ url, postgres }, chance) {
    const backend = chance.pick(await backendsOf(url));
    process.kill(backend.pid, 'SIGKILL');
    return { what: backend.name, lastsMs: 0, undo: () => postgres.comeBack() };
  },
};

/** Those at work first: it is there that something can go wrong. */
function backendsOf(url: string): Promise<{ pid: number; name: string }[]> {
  return asOwner(url, async (client) => {
    const { rows } = await client.query<{ pid: number; name: string; busy: boolean }>(
      `select pid, application_name as name, state <> 'idle' as busy from pg_stat_activity
       where application_name like 'doorstep%' order by pid`,
    );
    const busy = rows.filter((one) => one.busy);
    return busy.length > 0 ? busy : rows;
  });
}
