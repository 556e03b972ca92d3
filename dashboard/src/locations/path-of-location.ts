// Where the page of a location is: a code may hold what an address may not.

export function pathOfLocation(code: string): string {
  return `/locations/${encodeURIComponent(code)}`;
}
