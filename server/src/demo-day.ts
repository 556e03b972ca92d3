// `npm run demo`: a simulated day of the demo shop on a database of its own, sped up, with live
// counts. It ends well when every order is at its end or an exception says why not, and every
// invariant holds.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { countsShown } from './demo/day/show-counts.ts';
import { freshDemoHome } from './demo/fresh-demo-home.ts';
import { explainStartError } from './explain-start-error.ts';
import { type DemoDayEnd, playDemoDay } from './play-demo-day.ts';

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: '900' },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const config = readConfig();
  const dataHome = join(config.dataHome, 'demo-day');
  await freshDemoHome(dataHome);
  const started = performance.now();
  const end = await playDemoDay({
    config: { ...config, dataHome },
    orders: Number(values.orders),
    seed: Number(values.seed),
    speed: Number(values.speed),
    say,
    show: countsShown(process.stdout),
  });
  tellEnd(end);
  say(`\nThe day took ${Math.round((performance.now() - started) / 1000)} seconds.`);
  say(`Look around in it:  DOORSTEP_DATA=${dataHome} npm start`);
  process.exitCode = end.unexplained.length === 0 && end.broken.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exitCode = 1;
}

function tellEnd({ ends, livestream, exceptions, unexplained, broken }: DemoDayEnd): void {
  for (const one of broken) say(`  broken: ${one}`);
  tellCounts('\nWhat became of the orders', ends);
  tellCounts('Of them, in the livestream', livestream);
  tellCounts('Open exceptions', exceptions);
  for (const { number, state } of unexplained)
    say(`  order ${number} is ${state}: nobody says why`);
  say(broken.length === 0 ? 'Every invariant holds.' : 'Not every invariant holds.');
}

function tellCounts(title: string, counts: ReadonlyMap<string, number>): void {
  say(title);
  for (const [name, count] of [...counts].sort(([, one], [, other]) => other - one))
    say(`  ${String(count).padStart(6)}  ${name}`);
}
