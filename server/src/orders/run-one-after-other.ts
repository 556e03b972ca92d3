// Requests that are the same one go one after the other: the second then sees what the first did.

/** Runs work under names; work that shares a name with running work waits for it. */
export type RunOneAfterOther = <T>(names: readonly string[], work: () => Promise<T>) => Promise<T>;

export function runOneAfterOther(): RunOneAfterOther {
  const running = new Map<string, Promise<unknown>>();
  return async (names, work) => {
    const before = names.flatMap((name) => running.get(name) ?? []);
    const result = before.length === 0 ? work() : Promise.allSettled(before).then(work);
    for (const name of names) running.set(name, result);
    try {
      return await result;
    } finally {
      for (const name of names) if (running.get(name) === result) running.delete(name);
    }
  };
}
