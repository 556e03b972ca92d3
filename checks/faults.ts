// npm run faults: a long run that loads the system and meanwhile kills its processes, cuts its
// connections, fills its disk, stalls its commits, sets its clocks and lets payment providers lose their
// answers. Then everything that was acknowledged is compared with what is there, and with what the
// providers did.
//
//   npm run faults -- --faults 20 --seed 5 --only kill-api,fill-disk --json

import { parseArgs } from 'node:util';
import { FAULT_KINDS } from '../server/test/faults/storm/fault-kinds.ts';
import { runStorm } from '../server/test/faults/storm/run-storm.ts';
import { tellEnd, tellFault } from '../server/test/faults/storm/tell-storm.ts';

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const faults = Number(values.faults);
const seed = Number(values.seed);
const only = values.only?.split(',');
const unknown = only?.filter((one) => FAULT_KINDS.every(({ kind }) => kind !== one)) ?? [];

if (!isCount(faults) || !isCount(seed) || unknown.length > 0) {
  const kinds = FAULT_KINDS.map(({ kind }) => kind).join(', ');
  console.error(`--faults and --seed are numbers; --only takes some of: ${kinds}.`);
  process.exit(1);
}

const say = (line: string): void => {
  if (!values.json) console.log(line);
};
say(`${faults} faults, seed ${seed} (--seed ${seed} does the same again)`);
const report = await runStorm({
  faults,
  seed,
  ...(only === undefined ? {} : { only }),
  onFault: (told) => say(tellFault(told)),
  onNote: say,
});
if (values.json) console.log(JSON.stringify(report, null, 2));
else for (const line of tellEnd(report)) say(line);
process.exit(report.ok ? 0 : 1);

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
