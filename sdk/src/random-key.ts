// A name for one write that no other has.

/** Browsers keep `randomUUID` from pages that come over plain HTTP, as in a warehouse's own network. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
