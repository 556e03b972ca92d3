// The parts of a level's numbers against the whole.

import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import classes from './inventory.module.css';
import { inventoryMessages } from './messages.ts';

export interface LevelName {
  readonly sku: string;
  readonly location: string;
}

/** Whether the parts make up the whole, said and shown. */
export function Sum({ children, adds }: { readonly children: string; readonly adds: boolean }) {
  const say = useSay(inventoryMessages);
  return (
    <p className={classes['sum']} data-testid="sum" data-adds={adds}>
      {children}
      <Badge variant="light" color={adds ? 'gray' : 'red'} tt="none">
        {say(adds ? 'adds' : 'addsNot')}
      </Badge>
    </p>
  );
}

/** What the movements and reservations of a level add up to. */
export function useSums({ sku, location }: LevelName) {
  const { api } = useSession();
  return useQuery({
    queryKey: ['inventory', 'level', 'sums', sku, location],
    queryFn: ({ signal }) => api.getStockSums({ sku, location }, { signal }),
  });
}
