// Orders that a drop refused are counted with it.

import type { DropRefusals } from '../drops/drop-refusals.ts';
import type { CaptureQueue } from './capture-queue.ts';

export function countDropRefusals(queue: CaptureQueue, refusals: DropRefusals): CaptureQueue {
  return {
    ...queue,
    async capture(tenant, actor, request, key) {
      const outcome = await queue.capture(tenant, actor, request, key);
      refusals.note(request.drop?.id, outcome);
      return outcome;
    },
  };
}
