// The key of a certificate that PayPal signs webhooks with, if it may be trusted: it is valid now, is made
// out to PayPal's own name, and every one in its chain was issued by the next, up to a root that this
// machine trusts.

import { type KeyObject, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';

const NAMES = {
  live: 'messageverificationcerts.paypal.com',
  test: 'messageverificationcerts.sandbox.paypal.com',
} as const;
const CHAIN_MAX = 5;

export interface TrustedKey {
  readonly key: KeyObject;
  readonly validTo: Date;
}

/** @param roots PEM of those that are trusted @returns undefined when it may not be trusted */
export function trustedKey(
  pem: string,
  mode: 'test' | 'live',
  now: Date,
  roots: readonly string[] = rootCertificates,
): TrustedKey | undefined {
  const chain = certificatesIn(pem);
  const [own] = chain;
  const isOurs = own !== undefined && own.checkHost(NAMES[mode]) !== undefined;
  if (!isOurs || chain.length > CHAIN_MAX || !chain.every((one) => isValid(one, now)))
    return undefined;
  for (const [place, one] of chain.entries()) {
    const issuer = chain[place + 1];
    if (issuer === undefined)
      return isIssuedByRoot(one, roots, now)
        ? { key: own.publicKey, validTo: new Date(own.validTo) }
        : undefined;
    if (!isIssuedBy(one, issuer)) return undefined;
  }
  return undefined;
}

function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  try {
    return blocks.map((block) => new X509Certificate(block));
  } catch {
    return [];
  }
}

function isValid({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return now >= new Date(validFrom) && now <= new Date(validTo);
}

function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && one.checkIssued(issuer) && one.verify(issuer.publicKey);
}

function isIssuedByRoot(one: X509Certificate, roots: readonly string[], now: Date): boolean {
  for (const pem of roots) {
    const root = new X509Certificate(pem);
    // A chain may end in the root itself.
    if (root.fingerprint256 === one.fingerprint256) return true;
    if (one.issuer === root.subject && isValid(root, now) && isIssuedBy(one, root)) return true;
  }
  return false;
}
