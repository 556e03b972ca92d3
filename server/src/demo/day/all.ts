// All of a list, page by page.

import type { Day } from './day.ts';

/** @param path with its query begun */
export async function* all(day: Day, path: string) {
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await day.call('GET', `${path}&limit=200${more}`);
    yield* body.items;
    cursor = body.nextCursor;
  }
}
