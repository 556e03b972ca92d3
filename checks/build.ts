// npm run build: the dashboard that the server serves, and what is published, in sdk/dist and
// cli/dist, ready for `npm publish <folder>`.
import { join } from 'node:path';
import { buildCli } from './build/build-cli.ts';
import { buildDashboard } from './build/build-dashboard.ts';
import { buildSdk } from './build/build-sdk.ts';
import { runStep } from './run-step.ts';

const root = join(import.meta.dirname, '..');

const steps = [
  { name: 'dashboard/dist', run: () => buildDashboard(join(root, 'dashboard/dist')) },
  { name: 'sdk/dist', run: () => buildSdk(join(root, 'sdk/dist')) },
  { name: 'cli/dist', run: () => buildCli(join(root, 'cli/dist')) },
];

for (const step of steps) if (!(await runStep(step))) process.exitCode = 1;
