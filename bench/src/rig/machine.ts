// What a run was made on, and how busy that was with other things.

import { cpus, loadavg, totalmem } from 'node:os';

export type Machine = Readonly<Record<string, string | number>>;

/** To be asked before the run: later the load is our own. */
export function machineOf(postgres: string): Machine {
  return {
    CPU: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    'memory GB': Math.round(totalmem() / 2 ** 30),
    Node: process.version,
    PostgreSQL: postgres,
    'load before': Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

export function machineLine(machine: Machine): string {
  return Object.entries(machine)
    .map(([name, value]) => `${name} ${value}`)
    .join(' · ');
}
