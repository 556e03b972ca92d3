// Where the server may be sent by those it serves: to the public internet over https. They name the
// addresses, and must not reach what only the server can reach.

import { Resolver } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface OutboundRules {
  /** For laptops, tests and closed networks: private addresses and plain http, too. */
  readonly allowsPrivate: boolean;
  /** All addresses of a host name, asked anew each time. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
}

const RESOLVE_MS = 4000;
const RESOLVE_TRIES = 2;

export function outboundRules(allowsPrivate: boolean): OutboundRules {
  return {
    allowsPrivate,
    resolve: allowsPrivate ? resolveLocally : resolvePublicly(),
    isPublic: isPublicAddress,
  };
}

/** Ports under 1024 belong to other protocols, but for those of the web. */
const PORTS_OF_THE_WEB = [80, 443];
const PORT_FREE_MIN = 1024;

/**
 * What is wrong with the form of a URL, in words; undefined for nothing. Where a name leads is
 * looked at when it is called, and each time anew.
 */
export function refuseUrl(text: string, rules: OutboundRules): string | undefined {
  if (!URL.canParse(text)) return 'It is not a URL.';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(rules.allowsPrivate && url.protocol === 'http:'))
    return 'It must begin with https://.';
  if (url.username !== '' || url.password !== '') return 'It must not hold a user or a password.';
  if (url.hash !== '') return 'It must not hold a fragment.';
  if (url.port !== '' && !isAllowedPort(Number(url.port)))
    return `The port ${url.port} is not one for the web.`;
  const literal = literalOf(url);
  if (literal !== undefined && !isAllowed(literal, rules))
    return 'Its address is not one of the public internet.';
  return undefined;
}

/**
 * The addresses to connect to, or undefined when one of them is not allowed, or there is none: the
 * two are not told apart, so that nobody learns which names exist inside.
 */
export async function allowedAddresses(
  url: URL,
  rules: OutboundRules,
): Promise<readonly string[] | undefined> {
  const literal = literalOf(url);
  const addresses = literal === undefined ? await addressesOf(url.hostname, rules) : [literal];
  const allAllowed = addresses.every((address) => isAllowed(address, rules));
  return addresses.length > 0 && allAllowed ? addresses : undefined;
}

function isAllowed(address: string, rules: OutboundRules): boolean {
  return isIP(address) !== 0 && (rules.allowsPrivate || rules.isPublic(address));
}

function isAllowedPort(port: number): boolean {
  return port >= PORT_FREE_MIN || PORTS_OF_THE_WEB.includes(port);
}

/** The address a URL names itself; its parser has made every way to write one the same. */
function literalOf(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? undefined : host;
}

async function addressesOf(host: string, rules: OutboundRules): Promise<readonly string[]> {
  try {
    return await rules.resolve(host);
  } catch {
    return [];
  }
}

/** As the machine itself would: with its hosts file. */
async function resolveLocally(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/** Asks name servers without a thread: slow ones keep nothing else waiting. */
function resolvePublicly(): OutboundRules['resolve'] {
  const resolver = new Resolver({ timeout: RESOLVE_MS, tries: RESOLVE_TRIES });
  const ask = (query: 'resolve4' | 'resolve6', host: string) =>
    new Promise<readonly string[]>((resolve) => {
      resolver[query](host, (error, addresses) => resolve(error === null ? addresses : []));
    });
  return async (host) => (await Promise.all([ask('resolve4', host), ask('resolve6', host)])).flat();
}
