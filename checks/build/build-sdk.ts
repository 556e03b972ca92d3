// The SDK as others install it: JavaScript and types, a file for a file.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../run-step.ts';
import { writePackage } from './write-package.ts';

const root = join(import.meta.dirname, '../..');
const compiler = join(root, 'node_modules/typescript-native/bin/tsc');

/** @returns what is wrong; nothing when the folder is ready to be packed */
export async function buildSdk(folder: string): Promise<readonly string[]> {
  await rm(folder, { recursive: true, force: true });
  const project = join(root, 'sdk/tsconfig.build.json');
  const problems = await command(root, compiler, ['-p', project, '--outDir', folder])();
  if (problems.length > 0) return problems;
  await nameJavaScript(folder);
  await writePackage('sdk', folder, {
    keywords: ['doorstep', 'orders', 'order management', 'oms'],
    sideEffects: false,
    exports: { '.': { types: './doorstep-client.d.ts', default: './doorstep-client.js' } },
    types: './doorstep-client.d.ts',
    files: ['**/*.js', '**/*.d.ts'],
  });
  return [];
}

/** The compiler rewrites the imports of what it runs, not those of the types; old ones need that. */
async function nameJavaScript(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.d.ts'))) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(/ from '(\.[^']*)\.ts'/g, " from '$1.js'"));
  }
}
