// The rows of a list in a format, a page at a time.

import type { ColumnKind } from '@doorstep/contract/export-forms.ts';
import { type Refusal, refuse } from '@doorstep/core/refusal.ts';
import type { ExportColumn, PartOf, Table, Value } from './export-column.ts';

/** How a cell and a row are written. */
export interface RowFormat {
  cell(kind: ColumnKind, value: Value): string;
  row(cells: readonly string[]): string;
  head(columns: readonly Named[]): string;
}

export interface Named {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** A chosen column: of the thing, or of each of its parts. */
export type Chosen<Item, Part> =
  | { readonly of: 'whole'; readonly column: ExportColumn<Item> }
  | { readonly of: 'part'; readonly column: ExportColumn<PartOf<Item, Part>> };

/** The columns that are asked for, in that order; without asking, all. */
export function chooseColumns<Item, Part>(
  { columns, partColumns }: Table<Item, Part>,
  asked: string | undefined,
): readonly Chosen<Item, Part>[] | Refusal {
  const all = new Map<string, Chosen<Item, Part>>([
    ...columns.map((column) => [column.name, { of: 'whole', column }] as const),
    ...partColumns.map((column) => [column.name, { of: 'part', column }] as const),
  ]);
  const names = chooseNames([...all.keys()], asked);
  return Array.isArray(names) ? names.flatMap((name) => all.get(name) ?? []) : (names as Refusal);
}

export function chooseNames(
  known: readonly string[],
  asked: string | undefined,
): readonly string[] | Refusal {
  if (asked === undefined) return known;
  const names = [...new Set(asked.split(',').map((name) => name.trim()))];
  const unknown = names.filter((name) => !known.includes(name));
  return unknown.length === 0
    ? names
    : refuse(
        'validation-failed',
        `There is no column ${unknown.join(', ')}. There are: ${known.join(', ')}.`,
        { columns: known },
      );
}

/** Every page as its rows. What stands on every row of a thing is written once. */
export async function* writeRows<Item, Part>(
  pages: AsyncIterable<readonly Item[]>,
  { partsOf }: Table<Item, Part>,
  chosen: readonly Chosen<Item, Part>[],
  format: RowFormat,
): AsyncGenerator<readonly string[]> {
  const hasParts = chosen.some((one) => one.of === 'part');
  for await (const page of pages) {
    const rows: string[] = [];
    for (const whole of page) {
      const cells = chosen.map((one) =>
        one.of === 'whole' ? format.cell(one.column.kind, one.column.of(whole)) : '',
      );
      if (!hasParts) rows.push(format.row(cells));
      else for (const part of partsOf(whole)) rows.push(format.row(filled(cells, { whole, part })));
    }
    yield rows;
  }

  function filled(cells: readonly string[], part: PartOf<Item, Part>): readonly string[] {
    return chosen.map((one, place) =>
      one.of === 'part' ? format.cell(one.column.kind, one.column.of(part)) : (cells[place] ?? ''),
    );
  }
}
