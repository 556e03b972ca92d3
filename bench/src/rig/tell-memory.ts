// Loaded into a server under test: tells its memory each second, on a pipe of its own.

import { writeSync } from 'node:fs';

const PIPE = 3;
const EACH_MS = 1000;

const timer = setInterval(() => {
  const { rss, heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
  const told = { at: Date.now(), rss, heapUsed, heapTotal, external, arrayBuffers };
  try {
    writeSync(PIPE, `${JSON.stringify(told)}\n`);
  } catch {
    clearInterval(timer); // nobody listens any more
  }
}, EACH_MS);
timer.unref();
