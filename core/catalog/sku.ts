// What a SKU is, and whether it may become what somebody wants it to be.

import type { SkuId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { gtin14, gtinCheckDigit, isGtin } from './gtin.ts';

export interface SkuFields {
  readonly title: string;
  /** Each once; the first is what it goes by. */
  readonly barcodes: readonly string[];
  readonly weightGrams: number | null;
  readonly lengthMm: number | null;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  /** Minor units, within ±2⁵³−1. */
  readonly price: { readonly amountMinor: number; readonly currency: string } | null;
  readonly active: boolean;
}

export interface KitPart {
  readonly sku: SkuId;
  readonly quantity: number;
}

export interface KnownSku {
  readonly id: SkuId;
  readonly code: string;
  readonly fields: SkuFields;
  /** Empty for a plain SKU. */
  readonly components: readonly KitPart[];
  /** Whether a kit is made of it. */
  readonly isComponent: boolean;
}

/** What is wanted: a field left out stays as it is, null takes it away. */
export type SkuWish = Partial<SkuFields> & {
  /** Puts one first; null takes the first away. */
  readonly barcode?: string | null;
  /** Components by code or id. */
  readonly components?: readonly { readonly sku: string; readonly quantity: number }[];
};

export interface DecidedSku {
  readonly fields: SkuFields;
  readonly components: readonly KitPart[];
  /** The fields that differ from what is known; all for a new SKU. */
  readonly changed: readonly string[];
}

export type SkuRefusal = Refusal<'barcode-invalid' | 'kit-invalid' | 'validation-failed'>;

/** What a component may be known by: another SKU, whether it is a kit, whether it is a part. */
export type FindSku = (reference: string) => Pick<KnownSku, 'id' | 'components'> | undefined;

const NEW_SKU = {
  barcodes: [],
  weightGrams: null,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  price: null,
  active: true,
};

/** Decides a new SKU (`before` null) or a change; looks at components through `find`. */
export function decideSku(
  wish: SkuWish,
  before: KnownSku | null,
  find: FindSku,
): DecidedSku | SkuRefusal {
  const { components: wantedParts, barcode, barcodes: wantedCodes, ...wanted } = wish;
  const title = wanted.title ?? before?.fields.title;
  if (title === undefined) return refuse('validation-failed', 'A new SKU needs a `title`.');
  const wrong = [...(wantedCodes ?? []), barcode ?? ''].find((one) => one !== '' && !isGtin(one));
  if (wrong !== undefined) return refuseBarcode(wrong);
  const barcodes = decideBarcodes(barcode, wantedCodes, before?.fields.barcodes ?? []);
  const fields: SkuFields = { title, ...NEW_SKU, ...before?.fields, ...wanted, barcodes };
  const components =
    wantedParts === undefined
      ? (before?.components ?? [])
      : decideComponents(wantedParts, before, find);
  if ('refused' in components) return components;
  return { fields, components, changed: changedFields(before, fields, components) };
}

/** A list replaces all; a single one goes first, and the others stay. */
function decideBarcodes(
  one: string | null | undefined,
  all: readonly string[] | undefined,
  known: readonly string[],
): readonly string[] {
  if (all !== undefined) return once(all);
  if (one === undefined) return known;
  return one === null ? known.slice(1) : once([one, ...known]);
}

function once(barcodes: readonly string[]): readonly string[] {
  const byNumber = new Map<string, string>();
  for (const barcode of barcodes)
    if (!byNumber.has(gtin14(barcode))) byNumber.set(gtin14(barcode), barcode);
  return [...byNumber.values()];
}

function refuseBarcode(barcode: string): SkuRefusal {
  const checkDigit = /^(\d{8}|\d{12,14})$/.test(barcode)
    ? gtinCheckDigit(barcode.slice(0, -1))
    : null;
  return refuse('barcode-invalid', `${barcode} is no GTIN.`, { barcode, checkDigit });
}

function decideComponents(
  wanted: NonNullable<SkuWish['components']>,
  self: KnownSku | null,
  find: FindSku,
): KitPart[] | SkuRefusal {
  if (wanted.length > 0 && self?.isComponent === true)
    return refuse('kit-invalid', 'It is a component of another kit.', { reason: 'is-component' });
  const parts = new Map<SkuId, KitPart>();
  for (const { sku: reference, quantity } of wanted) {
    const sku = find(reference);
    const reason = partProblem(sku, self, parts);
    if (sku === undefined || reason !== undefined)
      return refuse('kit-invalid', `${reference} cannot be a component: ${reason}.`, {
        component: reference,
        reason,
      });
    parts.set(sku.id, { sku: sku.id, quantity });
  }
  return [...parts.values()].sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

function partProblem(
  sku: ReturnType<FindSku>,
  self: KnownSku | null,
  parts: ReadonlyMap<SkuId, KitPart>,
): string | undefined {
  if (sku === undefined) return 'sku-unknown';
  if (sku.id === self?.id) return 'is-itself';
  if (sku.components.length > 0) return 'is-kit';
  return parts.has(sku.id) ? 'named-twice' : undefined;
}

function changedFields(
  before: KnownSku | null,
  fields: SkuFields,
  components: readonly KitPart[],
): string[] {
  const names = Object.keys(fields) as (keyof SkuFields)[];
  const changed: string[] = names.filter((name) => !same(fields[name], before?.fields[name]));
  const differs = before === null ? components.length > 0 : !same(components, before.components);
  return differs ? [...changed, 'components'] : changed;
}

/** Both are plain data made here with their keys in one order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}

function normal(value: unknown): unknown {
  return typeof value === 'object' &&
    value !== null &&
    'amountMinor' in value &&
    'currency' in value
    ? [value.amountMinor, value.currency]
    : (value ?? null);
}
