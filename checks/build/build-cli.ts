// The command as others install it: one file with our own code and the contract in it; what it
// needs from npm stays with npm.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { type Manifest, writePackage } from './write-package.ts';

const root = join(import.meta.dirname, '../..');

/** @returns what is wrong; nothing when the folder is ready to be packed */
export async function buildCli(folder: string): Promise<readonly string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'bin'), { recursive: true });
  const bundled = await bundle(join(folder, 'main.js'));
  await writeFile(join(folder, 'THIRD-PARTY.txt'), await licensesOf(bundled));
  for (const name of ['doorstep.mjs', 'pinned-node.mjs'])
    await copyFile(join(root, 'cli/bin', name), join(folder, 'bin', name));
  await writePackage('cli', folder, {
    keywords: ['doorstep', 'orders', 'order management', 'oms'],
    bin: { doorstep: 'bin/doorstep.mjs' },
    files: ['bin', 'main.js', 'THIRD-PARTY.txt'],
  });
  return [];
}

/** Answers the modules that went into it. */
async function bundle(file: string): Promise<readonly string[]> {
  const { dependencies = {} } = JSON.parse(
    await readFile(join(root, 'cli/package.json'), 'utf8'),
  ) as Manifest;
  const build = await rolldown({
    cwd: root,
    input: 'cli/src/main.ts',
    platform: 'node',
    external: Object.keys(dependencies),
    // Node has it since 20.11 only.
    transform: { target: 'node20', define: { 'import.meta.dirname': 'folderOfMain' } },
  });
  const intro =
    "import { fileURLToPath as pathOfMain } from 'node:url';\n" +
    "const folderOfMain = pathOfMain(new URL('.', import.meta.url));";
  const { output } = await build.write({ file, format: 'esm', codeSplitting: false, intro });
  await build.close();
  return output
    .filter((one): one is OutputChunk => one.type === 'chunk')
    .flatMap(({ moduleIds }) => moduleIds);
}

/** Whoever copies their code copies their license. */
async function licensesOf(modules: readonly string[]): Promise<string> {
  const names = modules.flatMap((path) => {
    const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(relative(root, path));
    return match?.[1] === undefined || match[1].startsWith('@doorstep/') ? [] : [match[1]];
  });
  const texts = [...new Set(names)].sort().map(async (name) => {
    const folder = join(root, 'node_modules', name);
    const license = (await readdir(folder)).find((file) => /^license/i.test(file));
    if (license === undefined) throw new Error(`${name} is bundled and has no license file.`);
    return `${name}\n\n${await readFile(join(folder, license), 'utf8')}`;
  });
  return `main.js holds code of these packages.\n\n${(await Promise.all(texts)).join('\n\n')}`;
}
