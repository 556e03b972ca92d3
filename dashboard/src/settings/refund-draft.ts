// How the shop refunds, as a form has it: every field a text, the limits one text of rows.

import { ROLES } from '@doorstep/core/access/scope.ts';
import type { RefundAllocation } from '@doorstep/core/payments/refund-allocation.ts';
import type { GetRefundPolicyAnswer, SetRefundPolicyInput } from '@doorstep/sdk';
import { minorUnitsOf, typedAmount } from '../orders/amounts.ts';

export type RefundDraft = Readonly<Record<'allocation' | 'limits', string>>;

export interface TypedLimit {
  readonly role: string;
  readonly currency: string;
  readonly alone: string;
  /** Nothing: no end. */
  readonly most: string;
}

export const API_KEY = 'api-key';

/** The roles that every tenant has and that give money back. */
export const REFUNDING_ROLES: readonly string[] = Object.entries(ROLES)
  .filter(([, scopes]) => (scopes as readonly string[]).includes('payments:write'))
  .map(([role]) => role);

export function draftOf({ allocation, limits }: GetRefundPolicyAnswer): RefundDraft {
  return {
    allocation,
    limits: writeLimits(
      limits.map(({ role, currency, aloneMinor, mostMinor }) => ({
        role,
        currency,
        alone: typedAmount(aloneMinor, currency),
        most: mostMinor == null ? '' : typedAmount(mostMinor, currency),
      })),
    ),
  };
}

export function writeLimits(limits: readonly TypedLimit[]): string {
  return limits.length === 0 ? '' : JSON.stringify(limits);
}

export function readLimits(text: string): readonly TypedLimit[] {
  return text === '' ? [] : (JSON.parse(text) as TypedLimit[]);
}

export function changeOf({ allocation, limits }: RefundDraft): SetRefundPolicyInput {
  return {
    allocation: allocation as RefundAllocation,
    limits: readLimits(limits).map(({ role, currency, alone, most }) => ({
      role,
      currency,
      aloneMinor: minorUnitsOf(alone, currency) ?? 0,
      mostMinor: most.trim() === '' ? null : (minorUnitsOf(most, currency) ?? 0),
    })),
  };
}

export type LimitFault = 'noCurrency' | 'noAmount' | 'mostTooLittle' | 'twice';
export type LimitFaults = Readonly<Partial<Record<keyof TypedLimit, LimitFault>>>;

/** What is wrong with a limit, field by field; nothing where it may be saved. */
export function faultsOf(limit: TypedLimit, before: readonly TypedLimit[]): LimitFaults {
  const { role, currency, alone, most } = limit;
  if (!/^[A-Z]{3}$/.test(currency)) return { currency: 'noCurrency' };
  const [aloneMinor, mostMinor] = [minorUnitsOf(alone, currency), minorUnitsOf(most, currency)];
  const isTwice = before.some((one) => one.role === role && one.currency === currency);
  return {
    ...(isTwice && { role: 'twice' }),
    ...(aloneMinor === undefined && { alone: 'noAmount' }),
    ...(mostMinor === undefined
      ? { most: 'noAmount' }
      : most.trim() !== '' && mostMinor < (aloneMinor ?? 0) && { most: 'mostTooLittle' }),
  };
}

export function isWrong(limits: readonly TypedLimit[]): boolean {
  return limits.some(
    (limit, place) => Object.keys(faultsOf(limit, limits.slice(0, place))).length > 0,
  );
}
