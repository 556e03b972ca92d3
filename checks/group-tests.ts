// A process for several files of tests: hundreds of processes that each load the server cost more than
// the tests themselves. Each file is a suite of its own there, with its own before and after.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What starts processes of its own, and takes long, has a process of its own. */
const TOGETHER = /^(core|connectors|contract|sdk|server\/test\/(contract|flows|races))\//;
const FILES_MAX = 8;

/**
 * @param paths files of tests, from the root
 * @returns files for the runner: those that run alone, and a module per group
 */
export async function groupTests(root: string, paths: readonly string[]): Promise<string[]> {
  const folder = join(root, 'node_modules/.cache/test-groups');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const together = paths.filter((path) => TOGETHER.test(path)).sort();
  const groups = Array.from({ length: Math.ceil(together.length / FILES_MAX) }, (_, group) =>
    together.slice(group * FILES_MAX, (group + 1) * FILES_MAX),
  );
  const modules = groups.map(async (group, place) => {
    const file = join(folder, `group-${String(place + 1).padStart(2, '0')}.test.mjs`);
    await writeFile(file, moduleOf(root, group));
    return file;
  });
  return [...paths.filter((path) => !TOGETHER.test(path)), ...(await Promise.all(modules))];
}

function moduleOf(root: string, group: readonly string[]): string {
  const suites = group.map((path) => {
    const url = pathToFileURL(join(root, path)).href;
    return `describe(${JSON.stringify(path)}, async () => { await import(${JSON.stringify(url)}); });`;
  });
  return ["import { describe } from 'node:test';", ...suites, ''].join('\n');
}
