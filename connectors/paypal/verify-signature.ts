// Whether PayPal sent a webhook: RSA-SHA256 over its id, its time, the id of our webhook and the
// checksum of its bytes. The certificate is named by the sender, so it is fetched from PayPal's own
// hosts only, over TLS, without following redirects, and kept.

import { createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { NoticeDelivery } from '@doorstep/core/payments/provider.ts';

/** Fetches a certificate from an address that was checked. */
export type FetchCertificate = (url: URL, signal: AbortSignal) => Promise<string>;

export type VerifySignature = (delivery: NoticeDelivery, webhookId: string) => Promise<boolean>;

/** PayPal tries for three days; what it says is recorded once, however often it is said. */
const TOLERANCE_MS = 7 * 86_400_000;
const CERTIFICATE_BYTES_MAX = 20_000;
const KEPT_MAX = 20;

const HOSTS = {
  live: ['api.paypal.com', 'api-m.paypal.com'],
  test: ['api.sandbox.paypal.com', 'api-m.sandbox.paypal.com'],
} as const;

export function signatureVerifier(
  mode: 'test' | 'live',
  fetchText: FetchCertificate = fetchCertificate,
): VerifySignature {
  const kept = new Map<string, KeyObject>();

  async function keyAt(url: URL, delivery: NoticeDelivery): Promise<KeyObject> {
    const known = kept.get(url.href);
    if (known !== undefined) return known;
    const key = keyOf(await fetchText(url, delivery.signal), delivery.receivedAt);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(url.href, key);
    return key;
  }

  return async (delivery, webhookId) => {
    const header = (name: string): string => delivery.headers[`paypal-${name}`] ?? '';
    const [id, time] = [header('transmission-id'), header('transmission-time')];
    const url = certificateUrl(header('cert-url'), mode);
    const age = Math.abs(delivery.receivedAt.getTime() - Date.parse(time));
    if (url === undefined || !(age <= TOLERANCE_MS)) return false;
    if (header('auth-algo') !== 'SHA256withRSA') return false;
    const signed = Buffer.from(`${id}|${time}|${webhookId}|${crc32(delivery.body)}`);
    const signature = Buffer.from(header('transmission-sig'), 'base64');
    const key = await keyAt(url, delivery);
    return verify('RSA-SHA256', signed, key, signature);
  };
}

/** Undefined unless it is a certificate of PayPal's own, of this mode. */
export function certificateUrl(text: string, mode: 'test' | 'live'): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isOurs =
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    (HOSTS[mode] as readonly string[]).includes(url.hostname) &&
    url.pathname.startsWith('/v1/notifications/certs/');
  return isOurs ? url : undefined;
}

function keyOf(pem: string, now: Date): KeyObject {
  if (!pem.includes('CERTIFICATE')) return createPublicKey(pem);
  const certificate = new X509Certificate(pem);
  if (now < new Date(certificate.validFrom) || now > new Date(certificate.validTo))
    throw new Error('the certificate of PayPal is not valid now');
  return certificate.publicKey;
}

async function fetchCertificate(url: URL, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { redirect: 'error', signal });
  if (!response.ok) throw new Error(`the certificate of PayPal was answered ${response.status}`);
  const text = await response.text();
  if (text.length > CERTIFICATE_BYTES_MAX) throw new Error('the certificate of PayPal is too long');
  if (!text.includes('BEGIN CERTIFICATE')) throw new Error('PayPal answered no certificate');
  return text;
}
