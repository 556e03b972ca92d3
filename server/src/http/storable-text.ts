// Text that PostgreSQL cannot hold: NUL, and half of a surrogate pair. JSON can carry both as
// escapes, a query string can carry NUL.

/** Thrown for a body with such text. */
export class UnstorableText extends Error {
  constructor() {
    super('The text holds a NUL character or half of a surrogate pair.');
  }
}

/** Whether every text in a JSON value can be stored, keys included. */
export function isStorable(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      if (next.includes('\0') || !next.isWellFormed()) return false;
    } else if (Array.isArray(next)) open.push(...next);
    else if (typeof next === 'object' && next !== null) open.push(...Object.entries(next).flat());
  }
  return true;
}
