// Where the page of a SKU is: a code may hold what an address may not.

export function pathOfSku(code: string): string {
  return `/catalog/${encodeURIComponent(code)}`;
}
