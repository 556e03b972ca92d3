// Order numbers: leased in blocks, so that no capture waits for a counter. Unique and rising
// within a process; a block half used at a restart leaves a gap.

import { type TenantId, uuidOf } from '@doorstep/core/ids.ts';
import type { Pool } from './pool.ts';
import { takeNumberBlock } from './sql.ts';
import { inTransaction } from './transaction.ts';

const BLOCK = 500;
const FIRST_NUMBER = 1001;

export interface NumberLease {
  /** `count` fresh numbers, rising. */
  take(tenant: TenantId, series: string, count: number): Promise<bigint[]>;
}

interface Block {
  next: bigint;
  readonly end: bigint;
}

export function numberLease(pool: Pool): NumberLease {
  const blocks = new Map<string, Block>();
  const refills = new Map<string, Promise<Block>>();

  async function takeFresh(tenant: TenantId, series: string): Promise<Block> {
    const row = await inTransaction(pool, tenant, (tx) =>
      tx.row(takeNumberBlock, [uuidOf(tenant), series, FIRST_NUMBER, BLOCK]),
    );
    if (row === undefined) throw new Error('a number block was not granted');
    return { next: row.next_number - BigInt(BLOCK), end: row.next_number };
  }

  /** One refill at a time per series: two callers must not each take a block and waste one. */
  async function refill(key: string, tenant: TenantId, series: string): Promise<void> {
    const running = refills.get(key) ?? takeFresh(tenant, series);
    refills.set(key, running);
    try {
      blocks.set(key, await running);
    } finally {
      if (refills.get(key) === running) refills.delete(key);
    }
  }

  return {
    async take(tenant, series, count) {
      const key = `${tenant} ${series}`;
      const numbers: bigint[] = [];
      while (numbers.length < count) {
        const block = blocks.get(key);
        if (block === undefined || block.next >= block.end) {
          await refill(key, tenant, series);
          continue;
        }
        numbers.push(block.next);
        block.next += 1n;
      }
      return numbers;
    },
  };
}
