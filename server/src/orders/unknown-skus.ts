// Lines of captured orders that name what is not in the catalog: nothing is promised for them until
// somebody looks.

import type { NewException } from '../db/raise-exceptions.ts';
import type { CapturedRows } from './captured-rows.ts';

export function unknownSkus(rows: readonly CapturedRows[]): NewException[] {
  return rows.flatMap(({ job, data }) =>
    data.lines
      .filter((line) => line.kind === 'item' && line.sku === null)
      .map(({ line, skuCode }) => ({
        type: 'unknown-sku',
        cause: `${job.order} ${line}`,
        about: { order: job.order },
        data: { line, skuCode },
      })),
  );
}
