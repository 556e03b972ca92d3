// The dashboard as the server serves it: hashed files, each also compressed once and for all.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { markDashboardBuilt } from '../../bin/dashboard-build.mjs';
import { dashboardConfig } from './dashboard-config.ts';

const root = join(import.meta.dirname, '../..');
const compressible = /\.(js|css|svg|json)$/;
/** Smaller files are not worth a second copy. */
const bytesMin = 1000;

/** @returns what is wrong; nothing when the server can serve it */
export async function buildDashboard(folder: string): Promise<readonly string[]> {
  await build(dashboardConfig(folder));
  const files = await readdir(folder, { recursive: true });
  await Promise.all(
    files.filter((file) => compressible.test(file)).map((file) => compress(join(folder, file))),
  );
  markDashboardBuilt(root);
  return [];
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < bytesMin) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
