// npm run check: everything that can be known without running Doorstep, as a list of steps.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkArchitecture } from './architecture.ts';
import { checkLockFile } from './lock-file.ts';
import { command, runStep, type Step } from './run-step.ts';
import { readSourceFiles } from './source-files.ts';
import { checkSource } from './source-rules.ts';
import { checkStyle } from './style.ts';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const tool = (script: string, ...args: string[]) => command(root, join(modules, script), args);

const steps: readonly Step[] = [
  { name: 'format and lint', run: tool('@biomejs/biome/bin/biome', 'ci', '--colors=off') },
  { name: 'types', run: tool('typescript-native/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'types of screens', run: tool('typescript-native/bin/tsc', '-p', 'dashboard') },
  { name: 'types of screen tests', run: tool('typescript-native/bin/tsc', '-p', 'dashboard/test') },
  { name: 'architecture', run: () => checkArchitecture(root) },
  {
    name: 'what stands where',
    run: async () => (await readSourceFiles(root)).flatMap(checkSource),
  },
  { name: 'style', run: async () => (await readSourceFiles(root)).flatMap(checkStyle) },
  { name: 'dead code', run: tool('knip/bin/knip.js', '--no-progress') },
  { name: 'spelling', run: tool('cspell/bin.mjs', 'lint', '--no-progress', '--no-summary') },
  { name: 'lock file', run: () => checkLockFile(root) },
  { name: 'generated files', run: checkGenerated },
];

/** `npm run check -- types style` runs those whose name holds one of the words. */
const wanted = process.argv.slice(2);
const chosen = steps.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);
let failed = 0;
for (const step of chosen) failed += (await runStep(step)) ? 0 : 1;
console.log(failed === 0 ? `\n${chosen.length} checks passed` : `\n${failed} checks failed`);
process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;

async function checkGenerated(): Promise<readonly string[]> {
  const generate = join(root, 'checks', 'generate.ts');
  return existsSync(generate) ? command(root, generate, ['--check'])() : [];
}
