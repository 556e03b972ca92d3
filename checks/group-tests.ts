// A process for several files of tests: hundreds of processes that each load the server cost more than
// the tests themselves. Each file is a suite of its own there, with its own before and after.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Files of one of these share processes; what starts many of its own, and takes long, has one alone. */
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
  const together = Map.groupBy([...paths].sort(), (path) => TOGETHER.exec(path)?.[1]);
  const alone = together.get(undefined) ?? [];
  together.delete(undefined);
  const groups = [...together.values()].flatMap(inGroups);
  const modules = groups.map(async (group, place) => {
    const file = join(folder, `group-${String(place + 1).padStart(2, '0')}.test.mjs`);
    await writeFile(file, moduleOf(root, group));
    return file;
  });
  return [...alone, ...(await Promise.all(modules))];
}

function inGroups(paths: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(paths.length / FILES_MAX) }, (_, group) =>
    paths.slice(group * FILES_MAX, (group + 1) * FILES_MAX),
  );
}

function moduleOf(root: string, group: readonly string[]): string {
  const suites = group.map((path) => {
    const url = pathToFileURL(join(root, path)).href;
    return `describe(${JSON.stringify(path)}, async () => { await import(${JSON.stringify(url)}); });`;
  });
  return ["import { describe } from 'node:test';", ...suites, ''].join('\n');
}
