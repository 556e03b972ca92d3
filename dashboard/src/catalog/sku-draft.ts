// A SKU as a form has it: every field a text. Lists are lines.

import type { Sku } from '@doorstep/sdk';
import type { Money } from '../record/price.ts';
import { readPrice, writePrice } from '../record/price.ts';

export type SkuDraft = Readonly<
  Record<
    | 'code'
    | 'title'
    | 'barcodes'
    | 'price'
    | 'currency'
    | 'weightGrams'
    | 'lengthMm'
    | 'widthMm'
    | 'heightMm'
    | 'components',
    string
  >
>;

export const NEW_SKU: SkuDraft = {
  code: '',
  title: '',
  barcodes: '',
  price: '',
  currency: 'EUR',
  weightGrams: '',
  lengthMm: '',
  widthMm: '',
  heightMm: '',
  components: '',
};

export function draftOf(sku: Sku): SkuDraft {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return {
    code: sku.code,
    title: sku.title,
    barcodes: sku.barcodes.join('\n'),
    price: sku.price === null ? '' : writePrice(sku.price),
    currency: sku.price?.currency ?? NEW_SKU.currency,
    weightGrams: number(sku.weightGrams),
    lengthMm: number(sku.lengthMm),
    widthMm: number(sku.widthMm),
    heightMm: number(sku.heightMm),
    components: writeComponents(sku.components),
  };
}

export interface Component {
  readonly sku: string;
  readonly quantity: number;
}

export function writeComponents(components: readonly Component[]): string {
  return components.map(({ sku, quantity }) => `${quantity} × ${sku}`).join('\n');
}

export function readComponents(text: string): readonly Component[] {
  return linesOf(text).map((line) => {
    const [, quantity = '1', sku = ''] = /^(\d*) × (.*)$/.exec(line) ?? [];
    return { sku, quantity: Number(quantity) };
  });
}

export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

export interface SkuChange {
  readonly title?: string;
  readonly barcodes?: string[];
  readonly price?: Money | null;
  readonly weightGrams?: number | null;
  readonly lengthMm?: number | null;
  readonly widthMm?: number | null;
  readonly heightMm?: number | null;
  readonly components?: Component[];
}

/** What the API takes of the fields that changed. */
export function changeOf(draft: SkuDraft, changed: ReadonlySet<keyof SkuDraft>): SkuChange {
  const number = (text: string): number | null => (text === '' ? null : Number(text));
  return {
    ...(changed.has('title') && { title: draft.title.trim() }),
    ...(changed.has('barcodes') && { barcodes: linesOf(draft.barcodes).filter(isTyped) }),
    ...((changed.has('price') || (changed.has('currency') && draft.price !== '')) && {
      price: readPrice(draft.price, draft.currency),
    }),
    ...(changed.has('weightGrams') && { weightGrams: number(draft.weightGrams) }),
    ...(changed.has('lengthMm') && { lengthMm: number(draft.lengthMm) }),
    ...(changed.has('widthMm') && { widthMm: number(draft.widthMm) }),
    ...(changed.has('heightMm') && { heightMm: number(draft.heightMm) }),
    ...(changed.has('components') && {
      components: readComponents(draft.components).filter(({ sku }) => isTyped(sku)),
    }),
  };
}

function isTyped(text: string): boolean {
  return text.trim() !== '';
}
