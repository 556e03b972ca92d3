// Says how many orders came, and shows them. The list is kept from the log: what came a moment ago may
// not be in it yet, so it is read again until it is.

import type { Doorstep } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { orderMessages } from './messages.ts';

/** In a surge the list is never quite as new as the log. */
const READ_MAX = 5;
const AGAIN_MS = 300;

export interface NewOrdersButtonProps {
  readonly count: number;
  readonly onShow: () => void;
  readonly reload: () => Promise<void>;
}

export function NewOrdersButton({ count, onShow, reload }: NewOrdersButtonProps) {
  const say = useSay(orderMessages);
  const { api } = useSession();
  const show = (): void => {
    onShow();
    readUntilListed(api, reload).catch(reload);
  };
  return (
    <Button size="compact-sm" variant="light" onClick={show}>
      {say('newOrders', { count })}
    </Button>
  );
}

async function readUntilListed(api: Doorstep, reload: () => Promise<void>): Promise<void> {
  for (let reads = 0; reads < READ_MAX; reads += 1) {
    // Asked before, so that what is read then is at least as new.
    const { behind } = await api.countOrders({});
    await reload();
    if (behind === 0) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
