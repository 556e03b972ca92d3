// What came of a delivery.

import type { WebhookDelivery } from '@doorstep/sdk';
import { Badge } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { developerMessages } from './messages.ts';

const COLORS = { pending: 'orange', delivered: 'teal', dead: 'red' } as const;

export function DeliveryState({ state }: Pick<WebhookDelivery, 'state'>) {
  const say = useSay(developerMessages);
  return (
    <Badge variant="dot" color={COLORS[state]}>
      {say(state)}
    </Badge>
  );
}
