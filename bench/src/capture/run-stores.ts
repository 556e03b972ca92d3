// A thousand stores: what capture costs when very many locations have the SKU.

import { type Measurement, median, medianOf } from '../rig/measurement.ts';
import { cpuOf, type StoresResult } from './result.ts';
import type { OrderShape } from './scenarios.ts';
import type { BenchShop, ShopPlan } from './shop.ts';
import { measureProduct, type Trial } from './trial.ts';

export interface StorePair {
  readonly few: Measurement;
  readonly many: Measurement;
}

export function storeShapes(skuCount: number): { name: string; shape: OrderShape }[] {
  const base = { skuCount, lines: 1, buyer: false };
  return [
    { name: `stores, spread over ${skuCount} SKUs`, shape: { ...base, skus: 'spread' } },
    { name: 'stores, one hot SKU', shape: { ...base, skus: 'hot' } },
  ];
}

export async function runStores(
  trial: Trial,
  shops: { readonly few: BenchShop; readonly many: BenchShop },
  shape: OrderShape,
  round: number,
): Promise<StorePair> {
  const load = { shape, how: 'single', connections: 256 } as const;
  await measureProduct(trial, shops.few, { ...load, isFirst: true });
  const few = () => measureProduct(trial, shops.few, load);
  const many = () => measureProduct(trial, shops.many, load);
  if (round % 2 === 1) {
    const second = await many();
    return { few: await few(), many: second };
  }
  return { few: await few(), many: await many() };
}

export function storesResult(
  name: string,
  rounds: readonly StorePair[],
  plans: { readonly few: ShopPlan; readonly many: ShopPlan },
): StoresResult {
  return {
    name,
    fewStores: plans.few.locationCount,
    manyStores: plans.many.locationCount,
    few: medianOf(rounds.map(({ few }) => few)),
    many: medianOf(rounds.map(({ many }) => many)),
    cpuRatio: median(rounds.map(({ few, many }) => cpuOf(many) / cpuOf(few))),
  };
}
