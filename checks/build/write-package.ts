// Makes a folder a package that can be published: its manifest, README and license.
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Packages run from their sources here; what is published says where its JavaScript is. */
export async function writePackage(
  workspace: string,
  folder: string,
  published: Readonly<Record<string, unknown>>,
): Promise<void> {
  const source = join(root, workspace);
  const { name, version, description, license, dependencies } = JSON.parse(
    await readFile(join(source, 'package.json'), 'utf8'),
  ) as Manifest;
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    engines: { node: '>=20' },
    ...published,
    ...(dependencies === undefined ? {} : { dependencies }),
    publishConfig: { access: 'public' },
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile(join(source, 'README.md'), join(folder, 'README.md'));
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE'));
}
