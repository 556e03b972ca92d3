// A Chromium for machines that have none: the npm package @sparticuz/chromium, which brings the
// libraries it needs along. It is 70 MB, so it is fetched when it is needed and not before.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const VERSION = '153.0.0';
const folder = join(import.meta.dirname, '../../.doorstep/chromium', VERSION);

export interface FetchedChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

export async function fetchChromium(): Promise<FetchedChromium> {
  const entry = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  if (!existsSync(entry)) await install();
  const { default: chromium } = (await import(pathToFileURL(entry).href)) as {
    default: { executablePath(): Promise<string>; readonly args: readonly string[] };
  };
  const executablePath = await chromium.executablePath();
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  return { executablePath, args: chromium.args, env };
}

async function install(): Promise<void> {
  console.log(`No Chromium on this machine: fetching @sparticuz/chromium ${VERSION}, once`);
  await mkdir(folder, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts'];
  const npm = spawn('npm', [...args, `@sparticuz/chromium@${VERSION}`], { stdio: 'inherit' });
  const [code] = await once(npm, 'exit');
  if (code !== 0) throw new Error('npm could not fetch Chromium: install it, or look above.');
}
