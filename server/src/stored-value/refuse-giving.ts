// What somebody may not give away by hand: more than their role may alone, or what is over already.

import { actorText } from '@doorstep/core/access/actor.ts';
import { refundSay } from '@doorstep/core/payments/refund-limit.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { roleOfActor } from '../access/role-of-actor.ts';
import type { CommandTx } from '../db/run-command.ts';
import { readRefundPolicy } from '../payments/read-refund-policy.ts';
import { selectGivenBy } from './sql.ts';

/** So that parts do not get round a limit, what was given in this time counts together. */
const TOGETHER_MS = 30 * 86_400_000;

export interface Giving {
  /** Of an account that is there already: what was given on it before counts. */
  readonly value: string | null;
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** By the limits of the refund policy; nobody else can agree here. @returns `credit-beyond-role` */
export async function refuseGiving(
  tx: CommandTx,
  { value, amountMinor, currency }: Giving,
): Promise<Refusal | undefined> {
  const { limits } = await readRefundPolicy(tx);
  if (limits.length === 0 || amountMinor <= 0n) return undefined;
  const since = new Date(tx.now.getTime() - TOGETHER_MS);
  const given =
    value === null ? undefined : await tx.row(selectGivenBy, [value, actorText(tx.actor), since]);
  const givenMinor = given?.given_minor ?? 0n;
  const role = await roleOfActor(tx, tx.actor);
  const say = refundSay(limits, role, { amountMinor, givenMinor, currency });
  if (!isRefusal(say) && say === 'alone') return undefined;
  const own = limits.find((one) => one.role === role && one.currency === currency);
  const aloneMinor = Number(own?.aloneMinor ?? 0n);
  return refuse(
    'credit-beyond-role',
    `The role ${role} may give up to ${aloneMinor} minor units of ${currency} alone; this would be ${amountMinor + givenMinor}.`,
    { role, currency, aloneMinor, givenMinor: Number(givenMinor) },
  );
}

/** @returns `expiry-past` */
export function refusePast(expiresAt: Date | null, now: Date): Refusal | undefined {
  return expiresAt === null || expiresAt > now
    ? undefined
    : refuse('expiry-past', 'It would have expired already.');
}

export function timeOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}
