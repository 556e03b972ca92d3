// The stocked database every trial starts from.

import { migrate } from '@doorstep/server/src/db/migrate.ts';
import { openRuntime } from '@doorstep/server/src/runtime.ts';
import pino from 'pino';
import { startServer } from '../rig/children.ts';
import type { BenchPostgres } from '../rig/postgres.ts';
import { openBooks, whenLogIsRead } from './check-books.ts';
import { type BenchShop, openShop, type ShopPlan, stockShop } from './shop.ts';

export const TEMPLATE = 'doorstep_bench_template';

export async function makeTemplate<Name extends string>(
  postgres: BenchPostgres,
  plans: Readonly<Record<Name, ShopPlan>>,
  say: (line: string) => void,
): Promise<Record<Name, BenchShop>> {
  const url = await postgres.create(TEMPLATE);
  await migrate(url);
  const server = await startServer(url);
  const runtime = openRuntime({ url, log: pino({ level: 'warn' }) });
  const books = await openBooks(url);
  try {
    const shops = {} as Record<Name, BenchShop>;
    for (const [name, plan] of Object.entries(plans) as [Name, ShopPlan][]) {
      say(`stocking ${plan.skuCount} SKUs at ${plan.locationCount} locations`);
      shops[name] = await openShop(runtime, plan.slug);
      await stockShop(server.port, shops[name], plan);
    }
    await whenLogIsRead(books);
    await books.query('vacuum analyze');
    return shops;
  } finally {
    await books.end();
    await runtime.close();
    await server.stop();
  }
}
