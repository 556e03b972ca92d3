// The files that the checks read, without what is generated or installed.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** `path` is relative to the repository, with forward slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git', '.doorstep']);

export async function readSourceFiles(root: string, pattern = /\.(ts|tsx|mjs)$/) {
  const entries = await listFolder(root);
  const paths = entries.map((path) => relative(root, path).replaceAll('\\', '/')).sort();
  const wanted = paths.filter((path) => pattern.test(path));
  return Promise.all(
    wanted.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
  );
}

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFolder(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(lists)).flat();
}

export function parse({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Every node below, the deepest last. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

export function isTestCode(path: string): boolean {
  return (
    /\.test\.tsx?$/.test(path) || /^((server|dashboard)\/test|bench|checks|examples)\//.test(path)
  );
}
