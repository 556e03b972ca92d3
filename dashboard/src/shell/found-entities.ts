// The orders that a text may mean: by number, e-mail, name, SKU or external id.

import type { ListOrdersItem } from '@doorstep/sdk';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { shellMessages } from './messages.ts';
import type { PaletteItem } from './palette-item.ts';

const ORDERS_MAX = 6;
const TYPING_MS = 120;
const TEXT_MAX = 100;

type FoundOrder = ListOrdersItem;

export function useFoundEntities(text: string): readonly PaletteItem[] {
  const say = useSay(shellMessages);
  const formats = useFormats();
  const navigate = useNavigate();
  const { can } = useSession();
  const orders = useFoundOrders(text);
  if (text === '' || !can('orders:read')) return [];
  const open = (order: string) => (): void => void navigate(`/orders/${order}`);
  const found = orders.map((order) => ({
    id: order.id,
    kind: 'order' as const,
    label: order.number,
    detail: `${order.channel} · ${formats.money(order.totalMinor, order.currency)}`,
    isData: true,
    run: open(order.number),
  }));
  // A number is known to be one before the answer comes: Enter opens it at once.
  const isNumber = /^#?\d{1,18}$/.test(text) && found.every(({ label }) => label !== bare(text));
  const direct = {
    id: 'direct',
    kind: 'order' as const,
    label: say('openOrder', { number: bare(text) }),
    run: open(bare(text)),
  };
  const all = {
    id: 'search-orders',
    kind: 'search' as const,
    label: say('searchOrders', { text }),
    run: () => void navigate(`/orders?search=${encodeURIComponent(text)}`),
  };
  return [...(isNumber ? [direct] : []), ...found, all];
}

function bare(text: string): string {
  return text.replace(/^#/, '');
}

function useFoundOrders(text: string): readonly FoundOrder[] {
  const { api, can } = useSession();
  const [search] = useDebouncedValue(bare(text).slice(0, TEXT_MAX), TYPING_MS);
  const { data } = useQuery({
    queryKey: ['orders', 'palette', search],
    queryFn: ({ signal }) => api.listOrders({ search, limit: ORDERS_MAX }, { signal }),
    enabled: search.length > 1 && can('orders:read'),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return search.length > 1 ? (data?.items ?? []) : [];
}
