// What a browser has to fetch before it can show anything: measured on the files as they are built.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const FIRST_PAINT_BYTES_MAX = 200_000;
/** A screen that one goes to brings what its work needs, such as fields to filter by. */
const SCREEN_BYTES_MAX = 260_000;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

test('the first paint needs at most 200 kB of JavaScript', async (t) => {
  const manifest = await readManifest();
  const bytes = await bytesOf(manifest, 'src/home/home-screen.tsx');
  t.diagnostic(`${bytes} bytes`);
  assert.ok(bytes <= FIRST_PAINT_BYTES_MAX, `${bytes} bytes`);
});

test('no screen needs much more, when a link leads straight to it', async () => {
  const manifest = await readManifest();
  const names = Object.keys(manifest).filter((name) => name.endsWith('-screen.tsx'));
  assert.ok(names.length >= 5, names.join(' '));
  for (const name of names) {
    const bytes = await bytesOf(manifest, name);
    assert.ok(bytes <= SCREEN_BYTES_MAX, `${name}: ${bytes} bytes`);
  }
});

test('the map is not part of it', async () => {
  const manifest = await readManifest();
  const first = filesOf(manifest, ['index.html', 'src/home/home-screen.tsx']);
  const map = manifest['src/home/location-map.tsx']?.file ?? '';
  assert.ok(map !== '' && !first.includes(map));
});

test('no file names a server of somebody else', async () => {
  const files = await readdir(dist, { recursive: true });
  for (const file of files.filter((name) => /\.(js|css|html)$/.test(name))) {
    const text = await readFile(join(dist, file), 'utf8');
    const loads = text.match(/(?:url\(|src=|import\()\s*["']?https?:[^"')\s]*/g) ?? [];
    assert.deepEqual(loads, [], file);
  }
});

async function bytesOf(manifest: Readonly<Record<string, Chunk>>, screen: string): Promise<number> {
  const sizes = await Promise.all(filesOf(manifest, ['index.html', screen]).map(compressedSize));
  return sizes.reduce((total, size) => total + size, 0);
}

async function readManifest(): Promise<Readonly<Record<string, Chunk>>> {
  return JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
}

/** The files of these and of all they import. */
function filesOf(manifest: Readonly<Record<string, Chunk>>, names: readonly string[]): string[] {
  const seen = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (seen.has(chunk.file)) continue;
    seen.add(chunk.file);
    open.push(...(chunk.imports ?? []));
  }
  return [...seen];
}

async function compressedSize(file: string): Promise<number> {
  return gzipSync(await readFile(join(dist, file)), { level: 9 }).length;
}
