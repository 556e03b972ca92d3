// Reads as much of a list as was asked for, a page at a time.

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

const PAGE_MAX = 200;

export async function readPages<Item>(
  limit: number,
  read: (limit: number, cursor: string | undefined) => Promise<Page<Item>>,
): Promise<{ items: Item[]; nextCursor: string | null }> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(Math.min(PAGE_MAX, limit - items.length), cursor);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < limit);
  return { items, nextCursor: cursor ?? null };
}
