// The secrets that endpoints are signed for with.

import { randomBytes } from 'node:crypto';
import type { TenantId } from '@doorstep/core/ids.ts';
import { SECRET_BYTES, SECRET_PREFIX } from '@doorstep/core/webhooks/signature.ts';
import type { SecretBox } from '../access/secret-box.ts';
import type { EndpointId } from './read-endpoint.ts';

export interface NewSecret {
  /** Shown once. */
  readonly secret: string;
  readonly sealed: Buffer;
}

export function newEndpointSecret(
  box: SecretBox,
  tenant: TenantId,
  endpoint: EndpointId,
): NewSecret {
  const secret = `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
  return { secret, sealed: box.seal(secret, tenant, purposeOf(endpoint)) };
}

/** The bytes to sign with. */
export function openEndpointSecret(
  box: SecretBox,
  tenant: TenantId,
  endpoint: EndpointId,
  sealed: Buffer,
): Buffer {
  const secret = box.open(sealed, tenant, purposeOf(endpoint));
  return Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
}

function purposeOf(endpoint: EndpointId): string {
  return `webhook-endpoint ${endpoint}`;
}
