// Why something was done: a list for each kind of deed, which a tenant makes its own.

export const REASON_KINDS = ['cancellation', 'return', 'refund', 'adjustment', 'hold'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

export interface Reason {
  readonly code: string;
  /** Null: as every tenant calls it. */
  readonly name: string | null;
  /** Known, for what it was given for; no longer to be chosen. */
  readonly retired: boolean;
}

export const REASONS_MAX = 100;

export const HOLD_REASONS = [
  'awaiting-payment',
  'high-risk-of-fraud',
  'incorrect-address',
  'inventory-out-of-stock',
  'credit-limit',
  'other',
] as const;

export const RETURN_REASONS = [
  'size-too-small',
  'size-too-large',
  'damaged',
  'not-as-described',
  'wrong-item',
  'arrived-late',
  'changed-mind',
  'other',
] as const;

const CODES: Readonly<Record<ReasonKind, readonly string[]>> = {
  cancellation: ['customer', 'inventory', 'fraud', 'payment', 'staff', 'other'],
  return: RETURN_REASONS,
  refund: ['goodwill', 'lost', 'other'],
  adjustment: ['stocktaking', 'broken', 'lost', 'found', 'spreadsheet'],
  hold: HOLD_REASONS,
};

/** What a tenant has that never changed its list. */
export function usualReasons(kind: ReasonKind): readonly Reason[] {
  return CODES[kind].map((code) => ({ code, name: null, retired: false }));
}

/**
 * The list as it is from now on: in the new order, and behind it what is left out, retired. Nothing
 * that was ever given is forgotten.
 */
export function withNothingForgotten(
  before: readonly Reason[],
  after: readonly Reason[],
): readonly Reason[] {
  const kept = new Set(after.map(({ code }) => code));
  const left = before.filter(({ code }) => !kept.has(code));
  return [...after, ...left.map((reason) => ({ ...reason, retired: true }))];
}

/** The first code that stands in a list twice. */
export function doubledCode(reasons: readonly Reason[]): string | undefined {
  const seen = new Set<string>();
  for (const { code } of reasons) {
    if (seen.has(code)) return code;
    seen.add(code);
  }
  return undefined;
}

/** Whether it may be given for something new. */
export function isGiven(reasons: readonly Reason[], code: string): boolean {
  return reasons.some((reason) => reason.code === code && !reason.retired);
}
