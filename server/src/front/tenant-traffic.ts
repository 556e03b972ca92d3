// How much each tenant says and hears on the connections of this process, between one telling and the
// next: those that were closed meanwhile count too.

import type { Socket } from 'node:net';

type Counted = Pick<Socket, 'bytesRead' | 'bytesWritten'>;

export interface TenantTraffic {
  /** @param bytesBefore that were read of it elsewhere */
  opened(socket: Counted, tenant: string, bytesBefore: number): void;
  closed(socket: Counted): void;
  /** Bytes since the last time. */
  take(): Map<string, number>;
}

export function tenantTraffic(): TenantTraffic {
  const open = new Map<Counted, { readonly tenant: string; told: number }>();
  let traffic = new Map<string, number>();

  function count(socket: Counted): void {
    const one = open.get(socket);
    if (one === undefined) return;
    const bytes = socket.bytesRead + socket.bytesWritten;
    if (bytes > one.told)
      traffic.set(one.tenant, (traffic.get(one.tenant) ?? 0) + bytes - one.told);
    one.told = bytes;
  }

  return {
    opened: (socket, tenant, bytesBefore) => void open.set(socket, { tenant, told: -bytesBefore }),
    closed(socket) {
      count(socket);
      open.delete(socket);
    },
    take() {
      for (const socket of open.keys()) count(socket);
      const taken = traffic;
      traffic = new Map();
      return taken;
    },
  };
}
