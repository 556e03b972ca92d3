// Installs the dependencies when they are missing or package-lock.json changed. Any Node >= 20.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { explainIncomplete, explainInstallError } from './explain-install-error.mjs';
import { lockInstall } from './lock-install.mjs';

const forwardedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Resolves with { ok: true }, or with { ok: false, message } saying what to do. */
export async function installDependencies(root) {
  const lockText = readText(join(root, 'package-lock.json'));
  if (lockText === undefined) {
    return { ok: false, message: `package-lock.json is missing in ${root}: clone it again.` };
  }
  // The platform belongs to it: one folder may be mounted into machines of different kinds.
  const wanted = createHash('sha256')
    .update(`${process.platform}-${process.arch}\n${lockText}`)
    .digest('hex');
  if (isInstalled(root, wanted, lockText)) return { ok: true };
  const lock = await lockInstall(root);
  if (lock.message !== undefined) return { ok: false, message: lock.message };
  try {
    if (isInstalled(root, wanted, lockText)) return { ok: true };
    const message = (await install(root)) ?? explainIncomplete(root, missingIn(root, lockText));
    if (message !== undefined) {
      // Otherwise npm's own record would pass for a whole installation the next time.
      rmSync(npmRecord(root), { force: true });
      return { ok: false, message };
    }
    writeStamp(root, wanted);
    return { ok: true };
  } finally {
    lock.release();
  }
}

function stampFile(root) {
  return join(root, 'node_modules', '.doorstep-install');
}

function npmRecord(root) {
  return join(root, 'node_modules', '.package-lock.json');
}

function isInstalled(root, wanted, lockText) {
  if (readText(stampFile(root))?.trim() === wanted) return true;
  // Somebody ran npm by hand: npm's own record of what it installed says whether that will do.
  const record = readText(npmRecord(root));
  if (record === undefined || !isInstalledBy(record, lockText)) return false;
  writeStamp(root, wanted);
  return true;
}

function writeStamp(root, wanted) {
  try {
    writeFileSync(stampFile(root), `${wanted}\n`);
  } catch {
    // A folder that we may only read is as good: the next run compares again.
  }
}

function isInstalledBy(record, lockText) {
  const installed = JSON.parse(record).packages ?? {};
  return wantedPackages(lockText).every(
    ([path, { version }]) => installed[path]?.version === version,
  );
}

function missingIn(root, lockText) {
  const paths = wantedPackages(lockText).map(([path]) => path);
  return paths.filter((path) => !existsSync(join(root, path, 'package.json')));
}

/** Optional ones may be lacking in a mirror; what needs one says so itself. */
function wantedPackages(lockText) {
  return Object.entries(JSON.parse(lockText).packages ?? {}).filter(
    ([path, { link, optional }]) => path.includes('node_modules/') && !link && !optional,
  );
}

/** Runs npm ci; resolves with undefined or with a message when it failed. */
function install(root) {
  const startedAt = Date.now();
  const progress = showProgress();
  const npm = ownNpm();
  // Told explicitly, because a user's npmrc may leave out what we cannot do without.
  const args = ['ci', '--include=optional', '--include=dev', '--no-audit', '--no-fund'];
  const child = spawn(npm.command, [...npm.args, ...args, '--loglevel=error'], {
    cwd: root,
    shell: npm.shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keepTail = (chunk) => {
    output = (output + chunk).slice(-8000);
  };
  child.stdout.on('data', keepTail);
  child.stderr.on('data', keepTail);
  const passOn = (signal) => child.kill(signal);
  for (const signal of forwardedSignals) process.on(signal, passOn);
  return new Promise((resolve) => {
    const end = (message, seconds = Math.round((Date.now() - startedAt) / 1000)) => {
      for (const signal of forwardedSignals) process.off(signal, passOn);
      progress.end(message === undefined ? `done in ${seconds} s` : 'failed');
      resolve(message);
    };
    child.on('error', (error) => end(`npm could not be started: ${error.message}`));
    child.on('close', (code, signal) => {
      if (code === 0) end();
      else end(signal ? `npm ci was stopped (${signal}).` : explainInstallError(output, root));
    });
  });
}

/** The npm that called us, whatever its version; else the one on PATH. */
function ownNpm() {
  const caller = process.env.npm_execpath;
  if (caller !== undefined && basename(caller) === 'npm-cli.js') {
    return { command: process.execPath, args: [caller], shell: false };
  }
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** One line: what happens, and on a terminal the seconds so far. */
function showProgress() {
  const text = 'Installing dependencies (npm ci), about a minute the first time';
  const startedAt = Date.now();
  if (!process.stderr.isTTY) {
    process.stderr.write(`${text} … `);
    return { end: (result) => process.stderr.write(`${result}\n`) };
  }
  const write = (rest) => process.stderr.write(`\r\u001b[2K${text} … ${rest}`);
  const timer = setInterval(() => write(`${Math.round((Date.now() - startedAt) / 1000)} s`), 1000);
  write('');
  return {
    end: (result) => {
      clearInterval(timer);
      write(`${result}\n`);
    },
  };
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
