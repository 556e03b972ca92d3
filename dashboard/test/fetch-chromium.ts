// A Chromium for machines that have none: the npm package @sparticuz/chromium, which brings the
// libraries it needs along. It is 75 MB, so it is fetched when it is needed and not before. Only its
// files are used: the way it starts them is for functions in a cloud, with web security turned off.
// cspell:ignore FONTCONFIG swiftshader cachedir

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const VERSION = '153.0.0';
const folder = join(import.meta.dirname, '../../.doorstep/chromium', VERSION);

export interface FetchedChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

export async function fetchChromium(): Promise<FetchedChromium> {
  const own = join(folder, 'unpacked');
  if (!existsSync(own)) await fetchInto(own);
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return {
    executablePath: join(own, 'chromium'),
    args: ['--no-zygote', '--font-render-hinting=none'],
    env: {
      ...Object.fromEntries(inherited),
      LD_LIBRARY_PATH: join(own, 'lib'),
      FONTCONFIG_PATH: own,
    },
  };
}

/** Made aside and put in place when it is whole: two test files may be at it. */
async function fetchInto(own: string): Promise<void> {
  const aside = join(folder, `unpacking-${process.pid}`);
  const packed = join(aside, 'node_modules/@sparticuz/chromium/bin');
  console.log(`No Chromium on this machine: fetching @sparticuz/chromium ${VERSION}, once`);
  await mkdir(aside, { recursive: true });
  try {
    await run('npm', [
      ...['install', '--prefix', aside, '--no-audit', '--no-fund', '--ignore-scripts'],
      `@sparticuz/chromium@${VERSION}`,
    ]);
    await unpack(join(packed, 'chromium.br'), join(aside, 'chromium'));
    await chmod(join(aside, 'chromium'), 0o755);
    for (const name of ['al2023', 'fonts', 'swiftshader']) {
      const tar = join(aside, `${name}.tar`);
      await unpack(join(packed, `${name}.tar.br`), tar);
      await run('tar', ['-xf', tar, '-C', aside]);
      await rm(tar);
    }
    await writeFile(join(aside, 'fonts.conf'), fontsIn(own));
    await rm(join(aside, 'node_modules'), { recursive: true });
    await rename(aside, own).catch((error: unknown) => {
      if (!existsSync(own)) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** A machine without Chromium may have no fonts either. */
function fontsIn(own: string): string {
  const places = `<dir>${join(own, 'fonts')}</dir><cachedir>${join(own, 'fonts-cache')}</cachedir>`;
  return `<?xml version="1.0"?><fontconfig>${places}</fontconfig>\n`;
}

async function unpack(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0)
    throw new Error(`${command} could not fetch Chromium: look above, or install it.`);
}
