// Serves the dashboard as it was built: the page at every path that is not the API's, and the files
// it is made of, which never change under their name.
// cspell:ignore nosniff healthz readyz

import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const BUILT = join(import.meta.dirname, '../../../dashboard/dist');
const NONCE_MARK = '__NONCE__';
/**
 * Paths of other parts of the server: a wrong one is told as such, never answered by a page. So is one that
 * begins with two slashes, which a program makes of an address that ends with one.
 */
const NOT_SCREENS = /^\/(\/|(v1|docs|track|healthz|readyz)(\/|$))/;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Built files by their path in the folder, read when they are first asked for. */
type Files = ReadonlyMap<string, () => Promise<Buffer>>;

/** A scope of its own, so that its headers cost the API nothing. */
export function dashboardRoutes(app: FastifyInstance, folder = BUILT): void {
  let files: Promise<Files> | undefined;
  app.register(async (pages) => {
    pages.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
      const path = `/${request.params['*']}`;
      if (NOT_SCREENS.test(path)) return reply.callNotFound();
      files ??= filesOf(folder);
      const built = await files;
      reply.headers(SECURITY_HEADERS);
      if (built.has(path.slice(1)) && path !== '/index.html')
        return sendFile(request, reply, built, path.slice(1));
      // A file that is gone is not a screen: a page in its place would be read as a script.
      if (path.startsWith('/assets/')) return reply.callNotFound();
      const page = await built.get('index.html')?.();
      // Nothing was built, as in a server without its dashboard: the API explains itself.
      return page === undefined ? reply.redirect('/docs') : sendPage(reply, page.toString('utf8'));
    });
  });
}

async function filesOf(folder: string): Promise<Files> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return new Map(
    names
      .filter((name) => extname(name) !== '')
      .map((name) => {
        let bytes: Promise<Buffer> | undefined;
        const read = (): Promise<Buffer> => {
          bytes ??= readFile(join(folder, name));
          return bytes;
        };
        return [name.replaceAll('\\', '/'), read];
      }),
  );
}

/** Scripts are files of ours; a style may be written into the page by who knows this answer's word. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page.replace(NONCE_MARK, nonce));
}

async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  files: Files,
  name: string,
): Promise<FastifyReply> {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const isHashed = name.startsWith('assets/');
  reply
    .type(TYPES[extname(name)] ?? 'application/octet-stream')
    .header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('vary', 'accept-encoding');
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    const compressed = files.get(name + ending);
    if (compressed === undefined || !new RegExp(`\\b${encoding}\\b`).test(accepted)) continue;
    return reply.header('content-encoding', encoding).send(await compressed());
  }
  return reply.send(await files.get(name)?.());
}
