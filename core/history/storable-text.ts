// Text of a file as it can be stored. PostgreSQL holds neither NUL nor half of a surrogate pair, which
// JSON and workbooks can carry as escapes; the row itself is kept as it was.

/** With U+FFFD in the place of each character that cannot be stored. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

/** JSON of a value whose texts can all be stored. Keys are ours. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'string' ? storableText(one) : one,
  );
}

/** Its beginning, without half of a character at the end. */
export function cutText(text: string, lengthMax: number): string {
  const cut = text.slice(0, lengthMax);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
