#!/usr/bin/env node
// The doorstep command. Published, it runs the built JavaScript; in the repository, the sources
// with the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { currentNodeRunsTypeScript, findPinnedNode } from './pinned-node.mjs';

const cliFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(cliFolder, 'src', 'main.ts');
const built = join(cliFolder, 'main.js');

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`doorstep needs Node 20 or newer; this is ${process.version}.`);
} else if (existsSync(source)) {
  await runSource();
} else if (existsSync(built)) {
  await import(pathToFileURL(built).href);
} else {
  fail(`doorstep is not complete: neither ${source} nor ${built} exists.`);
}

async function runSource() {
  const node = findPinnedNode(cliFolder);
  if (node !== undefined && node !== process.execPath) return runWith(node);
  if (currentNodeRunsTypeScript()) return import(pathToFileURL(source).href);
  fail('The pinned Node is missing. Run "npm ci" in the repository, or use Node 24 or newer.');
}

function runWith(node) {
  const flags = ['--disable-warning=ExperimentalWarning'];
  const child = spawn(node, [...flags, source, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Ctrl-C reaches the child from the terminal itself; we only must not die before it.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Could not start ${node}: ${error.message}`));
  child.on('exit', (code) => {
    process.exitCode = code ?? 130;
  });
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
