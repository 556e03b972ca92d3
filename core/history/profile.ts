// How the fields of a file map to the model: data, so that people can write their own.
// docs/guides/import.md describes the form; contract/import-profile.ts checks it.

import type { FieldName, ImportKind } from './fields.ts';
import type { PastDocumentKind } from './past-document.ts';
import { plainPath } from './record-paths.ts';

/** Where a field comes from. A text alone is the name of one column or path. */
export type FieldRule =
  | string
  | {
      /** Columns or paths; the first that is filled counts. */
      readonly from?: readonly string[];
      /** All that are filled, one behind the other with this between them. */
      readonly join?: string;
      /** What holds where none is filled. */
      readonly value?: string;
      readonly prefix?: string;
      readonly case?: 'upper' | 'lower';
      /** Text to leave out at the end, such as the `.0` of a number written as a float. */
      readonly dropEnd?: string;
      /** Numbers of all that are filled are added up. */
      readonly add?: boolean;
      /** What it means that there is anything at all, such as a date of shipment. */
      readonly filledMeans?: string;
      /** Words of the source and what they mean here; others are taken as they are. */
      readonly words?: Readonly<Record<string, string>>;
    };

/** A document of these rows is no order but something else of the past. The first that fits counts. */
export interface ClassRule {
  readonly as: PastDocumentKind | 'order';
  readonly externalIdStartsWith?: string;
  readonly everyPriceIsZero?: boolean;
  readonly everyQuantityIsNegative?: boolean;
  readonly hasCustomer?: boolean;
}

/** How far the units of an order had come. */
export const FATES = ['open', 'shipped', 'delivered', 'canceled', 'returned'] as const;
export type Fate = (typeof FATES)[number];

export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly kind: ImportKind;
  /** JSON: where the records are, tried in order; '' is the document itself. */
  readonly recordPaths: readonly string[];
  /** JSON: where the lines of a record are. Without it a record is a line itself. */
  readonly itemsPath?: string;
  /** Rows that agree in these fields are one document. */
  readonly documentKey: readonly string[];
  /** A row without a key goes on with the document of the row before. */
  readonly blankKeyContinues?: boolean;
  /** The channel of orders that name none. */
  readonly channel: string;
  readonly currency?: string;
  readonly pricesIncludeTax?: boolean;
  /** Of dates that do not say: an IANA name. */
  readonly timeZone: string;
  readonly dates: 'year-first' | 'month-first' | 'day-first';
  readonly decimalMark: '.' | ',';
  /** Whether amounts are integers of minor units; unit prices never are. */
  readonly amountsAreMinor?: boolean;
  /** Whether a leading apostrophe, which keeps spreadsheets from reading formulas, is to be dropped. */
  readonly dropApostrophe?: boolean;
  /** How far units had come where the source does not say. */
  readonly fate: Fate;
  /** What the words of `status` and `line.status` mean. */
  readonly fates?: Readonly<Record<string, Fate>>;
  readonly classify?: readonly ClassRule[];
  readonly fields: Readonly<Partial<Record<FieldName, FieldRule>>>;
}

export interface FullRule {
  readonly from: readonly string[];
  readonly join: string | null;
  readonly value: string | null;
  readonly add: boolean;
  readonly filledMeans: string | null;
  readonly prefix: string;
  readonly case: 'upper' | 'lower' | null;
  readonly dropEnd: string;
  readonly words: Readonly<Record<string, string>>;
}

export function fullRule(rule: FieldRule): FullRule {
  const given = typeof rule === 'string' ? { from: [rule] } : rule;
  return {
    from: given.from ?? [],
    join: given.join ?? null,
    add: given.add ?? false,
    filledMeans: given.filledMeans ?? null,
    value: given.value ?? null,
    prefix: given.prefix ?? '',
    case: given.case ?? null,
    dropEnd: given.dropEnd ?? '',
    words: given.words ?? {},
  };
}

/** The fields of the source that the profile reads, and where each goes. */
export function targetsOf(profile: Profile): Map<string, FieldName> {
  const targets = new Map<string, FieldName>();
  for (const [name, rule] of Object.entries(profile.fields) as [FieldName, FieldRule][])
    for (const path of fullRule(rule).from) {
      const whole = plainPath(fromRecord(profile, name, path));
      if (!targets.has(whole)) targets.set(whole, name);
    }
  return targets;
}

/** The path from the record on, of one that may begin at an item of it. */
function fromRecord({ kind, itemsPath }: Profile, name: FieldName, path: string): string {
  if (itemsPath === undefined || (kind === 'orders' && !name.startsWith('line.'))) return path;
  const ofParent = kind !== 'orders' && path.startsWith(`${PARENT}.`);
  return ofParent ? path.slice(PARENT.length + 1) : `${itemsPath}[].${path}`;
}

/** Under this name an item of a record that is no order finds the record: `parent.title`. */
export const PARENT = 'parent';
