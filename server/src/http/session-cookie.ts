// The cookie of a browser's sessions. It holds one secret for each tenant that the browser is signed in
// to; the first is the one requests act with. https://www.rfc-editor.org/rfc/rfc6265

import type { FastifyRequest } from 'fastify';

/** What this server knows of its own address. */
export interface Site {
  /** Where people reach it, when that was set. */
  readonly publicUrl: string | null;
}

/** More would make the cookie long; whoever works for more tenants signs in again. */
const SECRETS_MAX = 5;
const SECRET = /^dsb_[\w-]{43}$/;
/** As long as a session may last; the server ends it earlier. */
const MAX_AGE_SECONDS = 7 * 86_400;

/**
 * Whether the browser came by https. A proxy in front may say so: whoever lies about it only changes
 * their own cookie.
 */
function isSecure(request: FastifyRequest, { publicUrl }: Site): boolean {
  return (
    publicUrl?.startsWith('https:') === true ||
    request.protocol === 'https' ||
    request.headers['x-forwarded-proto'] === 'https'
  );
}

/** `__Host-` is taken from this very host by https only: no neighbor can plant one. */
function nameOf(request: FastifyRequest, site: Site): string {
  return isSecure(request, site) ? '__Host-doorstep' : 'doorstep';
}

/** The secrets the browser sent; none when there is no cookie of ours. */
export function secretsOf(request: FastifyRequest, site: Site): string[] {
  const header = request.headers.cookie;
  if (header === undefined) return [];
  const begin = `${nameOf(request, site)}=`;
  const pair = header.split(';').find((part) => part.trimStart().startsWith(begin));
  const value = pair?.trim().slice(begin.length) ?? '';
  return value
    .split('.')
    .filter((part) => SECRET.test(part))
    .slice(0, SECRETS_MAX);
}

/** The header `set-cookie` for these secrets; with none it takes the cookie away. */
export function cookieOf(request: FastifyRequest, site: Site, secrets: readonly string[]): string {
  const value = secrets.slice(0, SECRETS_MAX).join('.');
  const life = secrets.length === 0 ? 0 : MAX_AGE_SECONDS;
  const secure = isSecure(request, site) ? '; Secure' : '';
  return `${nameOf(request, site)}=${value}; Path=/; Max-Age=${life}; HttpOnly; SameSite=Strict${secure}`;
}
