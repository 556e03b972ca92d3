// A certificate authority of the tests: a root, one between, and a certificate that PayPal could sign its
// webhooks with. Written as DER by hand: X.509, RFC 5280, as far as it takes.

import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const ALTERNATIVE_NAME = '2.5.29.17';
const DAY_MS = 86_400_000;

export interface TestAuthority {
  /** PEM of the root, to be trusted. */
  readonly root: string;
  /** PEM of what is fetched: the certificate, and the one that issued it. */
  chain(more?: { readonly name?: string; readonly endsAt?: Date }): string;
  /** By the private key of the certificate. */
  sign(text: Buffer): string;
}

export const SIGNER_NAME = 'messageverificationcerts.sandbox.paypal.com';

export function testAuthority(): TestAuthority {
  const [top, between, own] = [keys(), keys(), keys()];
  const root = certificate({ subject: 'Test root', issuer: 'Test root', of: top, by: top });
  const middle = certificate({ subject: 'Test CA', issuer: 'Test root', of: between, by: top });
  return {
    root,
    chain: ({ name = SIGNER_NAME, endsAt } = {}) =>
      certificate({ subject: name, issuer: 'Test CA', of: own, by: between, host: name, endsAt }) +
      middle,
    sign: (text) => sign('RSA-SHA256', text, own.privateKey).toString('base64'),
  };
}

interface Keys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

function keys(): Keys {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

interface Wanted {
  readonly subject: string;
  readonly issuer: string;
  readonly of: Keys;
  readonly by: Keys;
  /** Left out: it is an authority. */
  readonly host?: string;
  readonly endsAt?: Date | undefined;
}

function certificate({ subject, issuer, of, by, host, endsAt }: Wanted): string {
  const algorithm = sequence(oid(SHA256_WITH_RSA), tlv(0x05));
  const body = sequence(
    tlv(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(8)])),
    algorithm,
    nameOf(issuer),
    sequence(
      time(new Date(Date.now() - 30 * DAY_MS)),
      time(endsAt ?? new Date(Date.now() + 30 * DAY_MS)),
    ),
    nameOf(subject),
    of.publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...extensions(host))),
  );
  const signature = sign('RSA-SHA256', body, by.privateKey);
  const der = sequence(body, algorithm, tlv(0x03, Buffer.of(0), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function extensions(host: string | undefined): Buffer[] {
  const isAuthority = host === undefined;
  const constraints = sequence(...(isAuthority ? [tlv(0x01, Buffer.of(0xff))] : []));
  const basic = sequence(
    oid(BASIC_CONSTRAINTS),
    tlv(0x01, Buffer.of(0xff)),
    tlv(0x04, constraints),
  );
  if (isAuthority) return [basic];
  const names = sequence(tlv(0x82, Buffer.from(host)));
  return [basic, sequence(oid(ALTERNATIVE_NAME), tlv(0x04, names))];
}

function nameOf(common: string): Buffer {
  return sequence(tlv(0x31, sequence(oid(COMMON_NAME), tlv(0x0c, Buffer.from(common)))));
}

function time(at: Date): Buffer {
  const text = at.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return tlv(0x17, Buffer.from(`${text}Z`));
}

function integer(bytes: Buffer): Buffer {
  return tlv(0x02, bytes);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, ...parts);
}

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length =
    size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
