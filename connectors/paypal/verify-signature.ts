// Whether PayPal sent a webhook: RSA-SHA256 over its id, its time, the id of our webhook and the
// checksum of its bytes. The certificate is named by the sender, so it is fetched from PayPal's own
// hosts only, over TLS, without following redirects, and must lead to a root that is trusted. Where it
// cannot be had, or not be trusted, PayPal itself is asked.

import { verify } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { NoticeDelivery } from '@doorstep/core/payments/provider.ts';
import type { PaypalApi } from './paypal-client.ts';
import { type TrustedKey, trustedKey } from './trusted-key.ts';

/** Fetches a certificate from an address that was checked. */
export type FetchCertificate = (url: URL, signal: AbortSignal) => Promise<string>;

export type VerifySignature = (
  delivery: NoticeDelivery,
  webhookId: string,
  api: PaypalApi,
) => Promise<boolean>;

export interface VerifierOptions {
  readonly fetchCertificate?: FetchCertificate;
  /** PEM of the roots that are trusted; those of this machine unless told. */
  readonly trust?: readonly string[];
}

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
  { fetchCertificate: fetchText = fetchCertificate, trust }: VerifierOptions = {},
): VerifySignature {
  const kept = new Map<string, TrustedKey>();

  /** Undefined: it cannot be had, or may not be trusted. */
  async function keyAt(url: URL, { signal, receivedAt }: NoticeDelivery) {
    const known = kept.get(url.href);
    if (known !== undefined && receivedAt <= known.validTo) return known.key;
    const pem = await fetchText(url, signal).catch(() => '');
    const found = trustedKey(pem, mode, receivedAt, trust);
    if (found === undefined) return undefined;
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(url.href, found);
    return found.key;
  }

  return async (delivery, webhookId, api) => {
    const header = headerOf(delivery);
    const url = certificateUrl(header('cert-url'), mode);
    const time = header('transmission-time');
    const age = Math.abs(delivery.receivedAt.getTime() - Date.parse(time));
    if (url === undefined || !(age <= TOLERANCE_MS)) return false;
    if (header('auth-algo') !== 'SHA256withRSA') return false;
    const key = await keyAt(url, delivery);
    if (key === undefined) return askPaypal(api, delivery, webhookId);
    const id = header('transmission-id');
    const signed = Buffer.from(`${id}|${time}|${webhookId}|${crc32(delivery.body)}`);
    const signature = Buffer.from(header('transmission-sig'), 'base64');
    return verify('RSA-SHA256', signed, key, signature);
  };
}

function headerOf({ headers }: NoticeDelivery) {
  return (name: string): string => headers[`paypal-${name}`] ?? '';
}

/** A call for each webhook: only where its own signature cannot be checked here. */
async function askPaypal(
  api: PaypalApi,
  delivery: NoticeDelivery,
  webhookId: string,
): Promise<boolean> {
  const header = headerOf(delivery);
  const body = JSON.stringify({
    auth_algo: header('auth-algo'),
    cert_url: header('cert-url'),
    transmission_id: header('transmission-id'),
    transmission_sig: header('transmission-sig'),
    transmission_time: header('transmission-time'),
    webhook_id: webhookId,
  });
  // The event goes as it came: written anew it would be other bytes, and no signature is over those.
  const event = Buffer.from(delivery.body).toString('utf8');
  const path = '/v1/notifications/verify-webhook-signature';
  const whole = `${body.slice(0, -1)},"webhook_event":${event}}`;
  const told = (await api.post(path, whole, delivery.signal)) as { verification_status?: string };
  return told.verification_status === 'SUCCESS';
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

async function fetchCertificate(url: URL, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { redirect: 'error', signal });
  if (!response.ok) throw new Error(`the certificate of PayPal was answered ${response.status}`);
  const text = await response.text();
  if (text.length > CERTIFICATE_BYTES_MAX) throw new Error('the certificate of PayPal is too long');
  if (!text.includes('BEGIN CERTIFICATE')) throw new Error('PayPal answered no certificate');
  return text;
}
