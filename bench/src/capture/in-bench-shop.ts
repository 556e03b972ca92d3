// A stocked database of its own, what a bench wants written there, and the server on it.

import type pg from 'pg';
import type { BenchOptions } from '../options.ts';
import { type ServerChild, startServer } from '../rig/children.ts';
import { type BenchPostgres, openBenchPostgres } from '../rig/postgres.ts';
import { progress } from '../rig/progress.ts';
import { openBooks } from './check-books.ts';
import type { BenchShop, ShopPlan } from './shop.ts';
import { makeTemplate, TEMPLATE } from './template.ts';

export interface StockedDatabase<Name extends string> {
  readonly postgres: BenchPostgres;
  readonly shops: Readonly<Record<Name, BenchShop>>;
  /** As the owner of the database. */
  readonly books: pg.Client;
  say(line: string): void;
}

export type BenchSite<Name extends string> = StockedDatabase<Name> & {
  readonly server: ServerChild;
};

/** @param fill writes what is to be there before the server starts; it may take minutes */
export function inBenchShop<Name extends string, Result>(
  plans: Readonly<Record<Name, ShopPlan>>,
  options: BenchOptions,
  fill: (database: StockedDatabase<Name>) => Promise<void>,
  work: (site: BenchSite<Name>) => Promise<Result>,
): Promise<Result> {
  return inStockedDatabase(plans, async (database) => {
    await fill(database);
    const server = await startServer(database.postgres.urlOf(TEMPLATE), options.profile);
    try {
      return await work({ ...database, server });
    } finally {
      await server.stop();
    }
  });
}

/** Without a server. */
export async function inStockedDatabase<Name extends string, Result>(
  plans: Readonly<Record<Name, ShopPlan>>,
  work: (database: StockedDatabase<Name>) => Promise<Result>,
): Promise<Result> {
  const say = progress();
  const postgres = await openBenchPostgres(say);
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const shops = await makeTemplate(postgres, plans, say);
    closing.push(() => postgres.drop(TEMPLATE));
    const books = await openBooks(postgres.urlOf(TEMPLATE));
    closing.push(() => books.end());
    return await work({ postgres, shops, books, say });
  } finally {
    say('');
    for (const close of closing.reverse()) await close();
    await postgres.stop();
  }
}
