// The codes of an authenticator app: RFC 6238 with what every app takes, SHA-1, 6 digits, 30 s.

import type { Id } from '@doorstep/core/ids.ts';
import { generateSecret, generateURI, verifySync } from 'otplib';

const PERIOD_SECONDS = 30;

export interface NewOneTimeSecret {
  /** In base32. */
  readonly secret: string;
  /** What a QR code holds. */
  readonly uri: string;
}

export function newOneTimeSecret(tenant: string, email: string): NewOneTimeSecret {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: `Doorstep ${tenant}`, label: email, secret }) };
}

/**
 * The time step of a right code, one step before and after for clocks that differ; undefined for a
 * wrong code, and for one of a step that was used.
 */
export function stepOfOneTimeCode(
  secret: string,
  code: string,
  now: Date,
  lastStep: bigint,
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    period: PERIOD_SECONDS,
    epochTolerance: PERIOD_SECONDS,
  });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return BigInt(result.timeStep) > lastStep ? result.timeStep : undefined;
}

/** What its secret is sealed for: that of one user opens no other's. */
export function factorPurpose(user: Id<'user'>): string {
  return `second-factor ${user}`;
}
