/** @param wants beginnings of types */
export function wantsType(wants: readonly string[], type: string): boolean {
  return wants.some((wanted) => type.startsWith(wanted));
}
