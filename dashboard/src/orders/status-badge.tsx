// A state of an order, in a color that says whether somebody has to do something.

import { Badge } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { isStatusKey, statusMessages } from './status-messages.ts';

const WAITS = ['pending', 'on-hold', 'unpromised', 'backordered', 'partially-paid'];
const DONE = ['completed', 'paid', 'delivered', 'fulfilled', 'shipped'];

export function StatusBadge({ status }: { readonly status: string }) {
  const say = useSay(statusMessages);
  const color = WAITS.includes(status) ? 'orange' : DONE.includes(status) ? 'teal' : 'gray';
  return (
    <Badge variant="dot" color={color} tt="none" fw={500} radius="sm">
      {isStatusKey(status) ? say(status) : <span translate="no">{status}</span>}
    </Badge>
  );
}
