// Finds a short list that still fails in a long one that does.

/** Each try lives a world anew. */
const TRIES_MAX = 2000;

/**
 * Leaves out halves, then quarters, down to single steps, as long as what is left still fails.
 *
 * @param fails whether a list fails; the given one does
 * @returns a list from which no single step can be left out, unless that took too many tries
 */
export function shrink<Step>(
  failing: readonly Step[],
  fails: (steps: readonly Step[]) => boolean,
): readonly Step[] {
  let steps = failing;
  let tries = 0;
  for (let size = Math.ceil(steps.length / 2); size >= 1 && tries < TRIES_MAX; ) {
    const before = steps.length;
    for (let from = 0; from < steps.length && tries < TRIES_MAX; tries += 1) {
      const without = [...steps.slice(0, from), ...steps.slice(from + size)];
      if (fails(without)) steps = without;
      else from += size;
    }
    // What was left out may let others be left out, too.
    if (size > 1) size = Math.floor(size / 2);
    else if (steps.length === before) break;
  }
  return steps;
}
