// Secrets that the server must be able to read again, at rest: AES-256-GCM under a master key that
// is not in the database. A sealed secret opens only for the tenant and the purpose it was sealed
// for, so a row copied elsewhere is worthless.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { TenantId } from '@doorstep/core/ids.ts';

export interface SecretBox {
  /** Seals under the newest key. @param purpose e.g. `webhook-endpoint whe_…` */
  seal(secret: string, tenant: TenantId, purpose: string): Buffer;
  /** @throws Error when it was changed, is another's, or its key is not here */
  open(sealed: Buffer, tenant: TenantId, purpose: string): string;
  /** Whether it is sealed under the newest key; else it is to be sealed anew before the old one goes. */
  isCurrent(sealed: Buffer): boolean;
}

export const MASTER_KEY_BYTES = 32;

// form (1 byte), key id (4), nonce (12), ciphertext, tag (16)
const FORM = 1;
const KEY_ID_END = 5;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** @param keys newest first; older ones only open what they sealed */
export function secretBox(keys: readonly Buffer[]): SecretBox {
  if (keys.some((key) => key.length !== MASTER_KEY_BYTES))
    throw new Error(`a master key must have ${MASTER_KEY_BYTES} bytes`);
  const byId = new Map(keys.map((key) => [keyIdOf(key).toString('hex'), key]));

  return {
    seal(secret, tenant, purpose) {
      const [key] = keys;
      if (key === undefined) throw new Error('no master key was given to seal secrets with');
      const head = Buffer.concat([Buffer.of(FORM), keyIdOf(key)]);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(head, tenant, purpose));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([head, nonce, text, cipher.getAuthTag()]);
    },
    open(sealed, tenant, purpose) {
      const head = sealed.subarray(0, KEY_ID_END);
      const id = head.subarray(1).toString('hex');
      const key = byId.get(id);
      if (head[0] !== FORM || key === undefined)
        throw new Error(`a secret was sealed under the master key ${id}, which is not given`);
      const nonce = sealed.subarray(KEY_ID_END, KEY_ID_END + NONCE_BYTES);
      const text = sealed.subarray(KEY_ID_END + NONCE_BYTES, -TAG_BYTES);
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(boundTo(head, tenant, purpose));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
    isCurrent(sealed) {
      const [key] = keys;
      return key !== undefined && sealed.subarray(1, KEY_ID_END).equals(keyIdOf(key));
    },
  };
}

/** Tells keys apart; says nothing about the key. */
function keyIdOf(key: Buffer): Buffer {
  return createHash('sha256').update('doorstep master key\n').update(key).digest().subarray(0, 4);
}

function boundTo(head: Buffer, tenant: TenantId, purpose: string): Buffer {
  return Buffer.concat([head, Buffer.from(`${tenant}\n${purpose}`, 'utf8')]);
}
