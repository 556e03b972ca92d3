// `npm run bench -- <name> [options]`: what proves the speed.

import { bench as availability } from './availability.ts';
import type { Bench } from './bench.ts';
import { bench as capture } from './capture.ts';
import { bench as drop } from './drop.ts';
import { bench as exporting } from './export.ts';
import { bench as grid } from './grid.ts';
import { bench as holds } from './holds.ts';
import { bench as memory } from './memory.ts';
import { bench as mixed } from './mixed.ts';
import { bench as neighbors } from './neighbors.ts';
import { OPTIONS_HELP, readOptions } from './options.ts';
import { bench as orders } from './orders.ts';
import { bench as processes } from './processes.ts';
import { bench as reports } from './reports.ts';
import { bench as size } from './size.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  availability,
  capture,
  drop,
  export: exporting,
  grid,
  holds,
  memory,
  mixed,
  neighbors,
  orders,
  processes,
  reports,
  size,
};

function usage(): string {
  const names = Object.entries(BENCHES).map(([name, { does }]) => `  ${name.padEnd(12)} ${does}`);
  return `npm run bench -- <name> [options]\n\n${names.join('\n')}\n\n${OPTIONS_HELP}`;
}

const [name = '', ...args] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench === undefined) {
  process.stderr.write(`${usage()}\n`);
  process.exitCode = 1;
} else {
  // Leaving through exit, so that what we started ends with us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(130));
  const options = readOptions(args);
  const result = await bench.run(options, (text) => {
    if (!options.json) process.stdout.write(`${text}\n`);
  });
  if (options.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
