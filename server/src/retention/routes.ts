// HTTP of retention.

import * as contract from '@doorstep/contract/retention.ts';
import { KEEP_DAYS, tooOld } from '@doorstep/core/settings/retention.ts';
import { bindCommand, bindRead, type HttpContext } from '../http/bind.ts';
import { changeRetention } from './change-retention.ts';
import { countOld } from './erase-old.ts';
import { readRetention } from './read-retention.ts';

const COUNTED_MAX = 10_000;

export function retentionRoutes(http: HttpContext): void {
  bindRead(http, contract.getRetention, (tx) => readRetention(tx));
  bindRead(http, contract.previewRetention, async (tx, { params, query }) => {
    const { kind } = params;
    const before = tooOld(http.now(), query.keepDays ?? KEEP_DAYS[kind].usual);
    const count = await countOld(tx, kind, before, COUNTED_MAX + 1);
    const isMore = count > COUNTED_MAX;
    return { before: before.toISOString(), count: isMore ? COUNTED_MAX : count, isMore };
  });
  bindCommand(http, contract.changeRetention, (tx, { params, body }) =>
    changeRetention(tx, params.kind, body),
  );
}
