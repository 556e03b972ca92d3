// The signed part of a link to an order: which order, until when, and a proof that it was made here.
// Nothing is stored: what is signed is the tenant, the order and the end.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { idFromUuid, type OrderId, type TenantId, uuidOf } from '@doorstep/core/ids.ts';

const ORDER_BYTES = 16;
const END_BYTES = 4;
const MAC_BYTES = 16;
const TOKEN = /^[\w-]{48}$/;

export interface LinkToken {
  sign(tenant: TenantId, order: OrderId, endsAt: Date): string;
  /** @returns undefined: it was not made here, or it is over */
  read(tenant: TenantId, token: string, now: Date): OrderId | undefined;
}

export function linkToken(key: Buffer): LinkToken {
  const macOf = (tenant: TenantId, said: Buffer): Buffer =>
    createHmac('sha256', key)
      .update(`order page\n${tenant}\n`)
      .update(said)
      .digest()
      .subarray(0, MAC_BYTES);
  return {
    sign(tenant, order, endsAt) {
      const end = Buffer.alloc(END_BYTES);
      end.writeUInt32BE(Math.floor(endsAt.getTime() / 1000));
      const said = Buffer.concat([Buffer.from(uuidOf(order), 'hex'), end]);
      return Buffer.concat([said, macOf(tenant, said)]).toString('base64url');
    },
    read(tenant, token, now) {
      if (!TOKEN.test(token)) return undefined;
      const bytes = Buffer.from(token, 'base64url');
      const said = bytes.subarray(0, ORDER_BYTES + END_BYTES);
      const mac = bytes.subarray(ORDER_BYTES + END_BYTES);
      if (!timingSafeEqual(mac, macOf(tenant, said))) return undefined;
      const end = said.readUInt32BE(ORDER_BYTES) * 1000;
      if (now.getTime() > end) return undefined;
      return idFromUuid('order', said.subarray(0, ORDER_BYTES).toString('hex'));
    },
  };
}
