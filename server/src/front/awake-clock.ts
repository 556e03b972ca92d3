// How long this process was awake. While it stood still it heard nobody, which says nothing about them.

const LOOK_EVERY_MS = 500;
/** A longer time between two looks was spent asleep, or in one turn. */
const STEP_MS_MAX = 2 * LOOK_EVERY_MS;

/** @returns a clock in milliseconds that only goes forward; it keeps no process from ending */
export function awakeClock(now: () => number = () => performance.now()): () => number {
  let awakeMs = 0;
  let lookedAt = now();
  const look = (): number => {
    const at = now();
    awakeMs += Math.min(at - lookedAt, STEP_MS_MAX);
    lookedAt = at;
    return awakeMs;
  };
  setInterval(look, LOOK_EVERY_MS).unref();
  return look;
}
