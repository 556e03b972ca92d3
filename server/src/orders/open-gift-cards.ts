// Orders that name codes of gift cards are captured with the cards in their place: no code comes further.

import { isRefusal } from '@doorstep/core/refusal.ts';
import type { GiftCardDoor } from '../stored-value/gift-card-door.ts';
import type { CaptureQueue } from './capture-queue.ts';

export function openGiftCards(queue: CaptureQueue, door: GiftCardDoor): CaptureQueue {
  return {
    ...queue,
    async capture(tenant, actor, request, key) {
      const { payments } = request;
      if (payments === undefined) return queue.capture(tenant, actor, request, key);
      const opened = await door.withoutCodes({ tenant, actor }, payments);
      if (isRefusal(opened)) return opened;
      return queue.capture(tenant, actor, { ...request, payments: opened }, key);
    },
  };
}
