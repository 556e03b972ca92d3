// Takes a location out of use that an import made, if it was not changed since and holds no stock.

import { idFromUuid } from '@doorstep/core/ids.ts';
import { isRefusal } from '@doorstep/core/refusal.ts';
import { changeLocation } from '../locations/change-location.ts';
import { selectLocationFacts } from './master.sql.ts';
import { CHANGED_SINCE, type Undoer } from './undoer.ts';

export const undoLocation: Undoer = async (tx, { outcome, entity }) => {
  if (entity === null || outcome === 'change')
    return 'Orders were promised by what the location became.';
  const now = await tx.row(selectLocationFacts, [entity]);
  if (now === undefined || now.version !== 1) return CHANGED_SINCE;
  if (now.has_stock) return 'It has stock.';
  const changed = await changeLocation(tx, idFromUuid('location', entity), { active: false });
  return isRefusal(changed) ? changed.detail : null;
};
