// The same numbers on every machine, so that everybody sees the same demo shop.

/**
 * Numbers in (0, 1) from a seed above 0: the "minimal standard" generator with multiplier 48271.
 * Source: Park, Miller, Stockmeyer, CACM 36 (7), 1993.
 */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
