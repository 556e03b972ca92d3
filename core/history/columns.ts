// The first row of a table names its columns. Files repeat names, leave them out, and have rows
// that are longer than their header: whatever stands in a cell must find a name.

/** Unique names: `Name`, `Name (2)`; `(column 3)` where the header is empty. */
export function nameColumns(header: readonly string[]): string[] {
  const given = new Set(header.map((name) => name.trim()));
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const name = cell.trim() || extraColumn(index);
    let unique = name;
    // `Name (2)` may itself be the name of another column.
    for (let copy = 2; taken.has(unique) || (copy > 2 && given.has(unique)); copy += 1) {
      unique = `${name} (${copy})`;
    }
    taken.add(unique);
    return unique;
  });
}

/** Of a cell that the header has no name for. */
export function extraColumn(index: number): string {
  return `(column ${index + 1})`;
}

/** Texts by column. What the row does not reach is absent; null is an empty cell. */
export function rowValue(
  columns: readonly string[],
  cells: readonly (string | null | undefined)[],
): { readonly [column: string]: string } {
  const entries: [string, string][] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell !== null && cell !== undefined) entries.push([nameOf(columns, index), cell]);
  }
  // Not by assignment: a column may be called __proto__.
  return Object.fromEntries(entries);
}

function nameOf(columns: readonly string[], index: number): string {
  return columns[index] ?? extraColumn(index);
}

export interface MissingColumn {
  readonly name: string;
  /** A column of the file that may be meant. */
  readonly meant: string | null;
}

export function missingColumns(
  required: readonly string[],
  columns: readonly string[],
): MissingColumn[] {
  const free = columns.filter((column) => !required.includes(column));
  return required
    .filter((name) => !columns.includes(name))
    .map((name) => ({ name, meant: likest(name, free) }));
}

function likest(name: string, columns: readonly string[]): string | null {
  const plain = plainName(name);
  const near = columns
    .map((column) => ({ column, distance: editDistance(plain, plainName(column)) }))
    .filter(({ distance }) => distance <= Math.min(2, Math.floor(plain.length / 3)))
    .sort((left, right) => left.distance - right.distance);
  return near[0]?.column ?? null;
}

/** `Order ID`, `order-id` and `OrderId` are one. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function editDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...left].entries()) {
    const line = [row + 1];
    for (const [column, other] of right.split('').entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      const added = Math.min(above[column + 1] ?? 0, line[column] ?? 0) + 1;
      line.push(Math.min(replaced, added));
    }
    above = line;
  }
  return above[right.length] ?? 0;
}
