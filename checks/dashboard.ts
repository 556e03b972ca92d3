// Builds the dashboard, as a step with its time: npm start, npm test and npm run build do it when
// the sources have changed.
import { join } from 'node:path';
import { buildDashboard } from './build/build-dashboard.ts';
import { runStep } from './run-step.ts';

const folder = join(import.meta.dirname, '../dashboard/dist');

process.exitCode = (await runStep({ name: 'dashboard/dist', run: () => buildDashboard(folder) }))
  ? 0
  : 1;
