// What the buyer pays for some units of a line, so that all parts of a line sum exactly.

export interface SharePart {
  readonly ordered: number;
  /** The units whose share is asked for. */
  readonly units: number;
  /** The part's amount: a kit's components share its price by it. */
  readonly amountMinor: bigint;
}

/**
 * The share of `units`, counted from the first unit on and rounded down: what is taken in steps is
 * the difference of two shares, and the last unit carries the rest. A kit's price follows its
 * components, by their shares in its amount.
 *
 * @param parts the counted lines: a kit's components, or the line itself
 */
export function lineShare(payableMinor: bigint, parts: readonly SharePart[]): bigint {
  const isPriced = parts.some((part) => part.amountMinor > 0n);
  const weightOf = (part: SharePart) => (isPriced ? part.amountMinor : 1n);
  // Σ weight × units ÷ ordered, over one denominator.
  const whole = parts.reduce((product, part) => product * BigInt(part.ordered), 1n);
  const fraction = parts.reduce(
    (sum, part) => sum + (weightOf(part) * BigInt(part.units) * whole) / BigInt(part.ordered),
    0n,
  );
  const all = parts.reduce((sum, part) => sum + weightOf(part), 0n);
  return (payableMinor * fraction) / (whole * all);
}
