// The table of tasks, and running one of them with the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  currentNodeRunsTypeScript,
  findPinnedNode,
  pinnedNodePackage,
} from '../cli/bin/pinned-node.mjs';
import { isDashboardBuilt } from './dashboard-build.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { whenNpmEnds } from './when-npm-ends.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const tasks = {
  start: {
    file: 'server/src/main.ts',
    does: 'start Doorstep with its own PostgreSQL',
    needsDashboard: true,
  },
  demo: {
    file: 'server/src/demo-day.ts',
    does: 'play a simulated day of the demo shop',
    needsDashboard: true,
  },
  dev: { file: 'checks/dev.ts', does: 'work on the dashboard beside a Doorstep that runs' },
  test: { file: 'checks/test.ts', does: 'run the tests', needsDashboard: true },
  check: { file: 'checks/check.ts', does: 'run the checks: style, types, architecture, …' },
  prove: { file: 'checks/prove.ts', does: 'prove the invariants and promises' },
  faults: { file: 'checks/faults.ts', does: 'disturb the system under load, and compare' },
  bench: { file: 'bench/src/main.ts', does: 'measure the speed', needsDashboard: true },
  generate: { file: 'checks/generate.ts', does: 'write the generated files anew' },
  build: {
    file: 'checks/build.ts',
    does: 'build the dashboard, and the SDK and the command for publishing',
  },
  screenshots: {
    file: 'dashboard/test/take-screenshots.ts',
    does: 'take a picture of every screen',
    needsDashboard: true,
  },
};

const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
// One Ctrl-C arrives here once from the terminal and once or twice from npm.
const echoMs = 1000;

/** Installs what is missing, runs the task, and resolves with its exit code. */
export async function runTask(name, args) {
  const task = Object.hasOwn(tasks, name ?? '') ? tasks[name] : undefined;
  if (task === undefined) return fail(usage(name));
  const installed = await installDependencies(root);
  if (!installed.ok) return fail(installed.message);
  if (!existsSync(join(root, task.file))) return fail(`${name}: ${task.file} does not exist yet.`);
  const node = findPinnedNode(root) ?? ownNode();
  if (node === undefined) return fail(missingNode());
  if (task.needsDashboard && !isDashboardBuilt(root)) {
    const build = { node, file: join(root, 'checks/dashboard.ts'), args: [], isServer: false };
    const failed = await spawnTask(build);
    if (failed !== 0) return failed;
  }
  return spawnTask({ node, file: join(root, task.file), args, isServer: name === 'start' });
}

function ownNode() {
  return currentNodeRunsTypeScript() ? process.execPath : undefined;
}

function spawnTask({ node, file, args, isServer }) {
  const watch = pathToFileURL(join(root, 'bin', 'stop-with-parent.mjs')).href;
  // Orders make much short-lived garbage: a roomier nursery collects it with less work.
  const nursery = isServer ? ['--max-semi-space-size=64'] : [];
  const flags = ['--disable-warning=ExperimentalWarning', ...nursery, '--import', watch];
  const child = spawn(node, [...flags, file, ...args], {
    // The channel is how the task notices that we were killed; see stop-with-parent.mjs.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C reaches npm, the shell and us, and npm passes it on once more.
    // The task gets it from us alone, exactly once.
    detached: process.platform !== 'win32',
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
  });
  const asked = passSignalsOn(child);
  whenNpmEnds(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(fail(cannotStart(node, error))));
    child.on('exit', (code, signal) => {
      // Ctrl-C is how a server is meant to end, even while it is still starting.
      if (isServer && signal !== null && signal === asked.signal) resolve(0);
      else resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function passSignalsOn(child) {
  const asked = { signal: undefined, at: 0 };
  for (const signal of forwardedSignals) {
    process.on(signal, () => {
      const isEcho = signal === asked.signal && Date.now() - asked.at < echoMs;
      Object.assign(asked, { signal, at: Date.now() });
      if (!isEcho) child.kill(signal);
    });
  }
  return asked;
}

function usage(name) {
  const lines = Object.entries(tasks).map(
    ([task, { does }]) => `  npm run ${task.padEnd(9)} ${does}`,
  );
  const unknown = name === undefined ? [] : [`There is no task "${name}".`, ''];
  return [...unknown, 'Tasks:', ...lines].join('\n');
}

function missingNode() {
  const name = pinnedNodePackage();
  if (name === undefined) {
    return (
      `There is no pinned Node for ${process.platform}-${process.arch}.\n` +
      `Run Doorstep with Node 24 or newer; this is ${process.version}.`
    );
  }
  return (
    `The pinned Node (npm package ${name}) was not installed.\n` +
    'npm leaves optional packages out when told so (omit=optional in .npmrc or NPM_CONFIG_OMIT),\n' +
    'or when it could not download them. Remove node_modules, run "npm ci --include=optional"\n' +
    'and try again; or run Doorstep with Node 24 or newer.'
  );
}

function cannotStart(node, error) {
  const musl = process.platform === 'linux' && error.code === 'ENOENT';
  const hint = musl ? '\nIt needs glibc: on Alpine Linux use a Debian-based image.' : '';
  return `Could not start ${node}: ${error.message}${hint}`;
}

function fail(message) {
  console.error(message);
  return 1;
}
