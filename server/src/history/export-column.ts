// What a table of a list is made of.

import type { ColumnKind } from '@doorstep/contract/export-forms.ts';

export type Value = string | number | boolean | null;
export type Cells<Columns, Item> = Readonly<Record<keyof Columns, (item: Item) => Value>>;

export interface ExportColumn<Item> {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly of: (item: Item) => Value;
}

/** How a list stands in a table. A thing may have parts, which have a row each. */
export interface Table<Item, Part> {
  readonly columns: readonly ExportColumn<Item>[];
  readonly partColumns: readonly ExportColumn<PartOf<Item, Part>>[];
  readonly partsOf: (item: Item) => readonly Part[];
}

export interface PartOf<Item, Part> {
  readonly whole: Item;
  readonly part: Part;
}
