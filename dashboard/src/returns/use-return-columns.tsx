// The columns of the list of returns.

import type { ListReturnsItem } from '@doorstep/sdk';
import { useMemo } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import type { Column } from '../table/columns.ts';
import { isReturnKey, returnMessages } from './messages.ts';
import { ReturnState } from './return-state.tsx';

export function useReturnColumns(): readonly Column<ListReturnsItem>[] {
  const say = useSay(returnMessages);
  const formats = useFormats();
  return useMemo(() => {
    const data = (text: string | null) => <span translate="no">{text}</span>;
    return [
      { id: 'number', title: say('number'), width: 110, cell: ({ number }) => data(number) },
      {
        id: 'order',
        title: say('order'),
        width: 110,
        cell: ({ orderNumber }) => data(orderNumber),
      },
      { id: 'status', title: say('status'), width: 140, cell: (row) => <ReturnState of={row} /> },
      {
        id: 'reason',
        title: say('reason'),
        width: 190,
        cell: ({ reasons }) =>
          reasons.map((reason) => (isReturnKey(reason) ? say(reason) : reason)).join(', '),
      },
      { id: 'wish', title: say('wish'), width: 110, cell: ({ wish }) => say(wish) },
      {
        id: 'units',
        title: say('units'),
        width: 110,
        cell: ({ received, requested }) => say('came', { received, requested }),
      },
      {
        id: 'granted',
        title: say('granted'),
        width: 110,
        align: 'end' as const,
        cell: ({ grantedMinor, currency }) =>
          currency === null || grantedMinor === 0 ? null : formats.money(grantedMinor, currency),
      },
      {
        id: 'since',
        title: say('since'),
        width: 150,
        cell: ({ createdAt }) => (
          <time dateTime={createdAt} title={formats.fullTime(createdAt)}>
            {formats.time(createdAt)}
          </time>
        ),
      },
      {
        id: 'location',
        title: say('location'),
        width: 130,
        cell: ({ location }) => data(location),
      },
    ];
  }, [say, formats]);
}
