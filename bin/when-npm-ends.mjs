// npm passes a signal on to the shell it started us with, and some shells die of it without
// telling us. We notice by being handed to another parent.
import { readFileSync } from 'node:fs';

const lookMs = 500;

/** Calls `end` once when the npm that runs us is gone; does nothing when none does. */
export function whenNpmEnds(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const first = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === first) return;
    clearInterval(timer);
    end();
  }, lookMs);
  timer.unref();
}

/** The shell, and where it can be read the npm above it. */
function ancestors() {
  const shell = process.ppid;
  try {
    const stat = readFileSync(`/proc/${shell}/stat`, 'utf8');
    return `${shell} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(shell);
  }
}
