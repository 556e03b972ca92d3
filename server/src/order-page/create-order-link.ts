// Makes a link with which the buyer of an order sees it.

import type { BodyOf } from '@doorstep/contract/operation.ts';
import type { createOrderLink as operation } from '@doorstep/contract/order-page.ts';
import { isRefusal, type Refusal } from '@doorstep/core/refusal.ts';
import { selectOwnTenant } from '../access/users.sql.ts';
import type { CommandTx } from '../db/run-command.ts';
import { findOrder, isOrder, orderNotFound } from '../orders/find-order.ts';
import { linkKey } from './link-key.ts';
import { linkToken } from './link-token.ts';

const DAYS_DEFAULT = 90;
const DAY_MS = 86_400_000;

export interface OrderLink {
  readonly path: string;
  readonly expiresAt: Date;
}

export async function createOrderLink(
  tx: CommandTx,
  reference: string,
  { days = DAYS_DEFAULT }: BodyOf<typeof operation>,
): Promise<OrderLink | Refusal> {
  const order = await findOrder(tx, reference);
  if (isRefusal(order)) return order;
  const [isThere, tenant] = await Promise.all([isOrder(tx, order), tx.row(selectOwnTenant)]);
  if (!isThere) return orderNotFound(reference);
  if (tenant === undefined) throw new Error('an order of no tenant');
  // Whole seconds, as the link says it.
  const expiresAt = new Date(Math.floor((tx.now.getTime() + days * DAY_MS) / 1000) * 1000);
  const token = linkToken(await linkKey(tx, tx.now)).sign(tx.tenant, order, expiresAt);
  return { path: `/track/${tenant.slug}/${token}`, expiresAt };
}
