// What a text may mean: orders by number, e-mail, name, SKU or external id, customers and SKUs. What the
// user may not read is not asked for.

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
const OTHERS_MAX = 4;
const TYPING_MS = 120;
const TEXT_MAX = 100;

type FoundOrder = ListOrdersItem;

export function useFoundEntities(text: string): readonly PaletteItem[] {
  const say = useSay(shellMessages);
  const formats = useFormats();
  const navigate = useNavigate();
  const { can } = useSession();
  const orders = numberFirst(useFoundOrders(text), bare(text));
  const others = [...useFoundCustomers(text), ...useFoundSkus(text)];
  if (text === '') return [];
  if (!can('orders:read')) return others;
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
  return [...(isNumber ? [direct] : []), ...found, ...others, all];
}

/** Whoever types a number means the order that has it, whatever else has it in a code. */
function numberFirst(orders: readonly FoundOrder[], number: string): readonly FoundOrder[] {
  return [...orders].sort((a, b) => Number(b.number === number) - Number(a.number === number));
}

function bare(text: string): string {
  return text.replace(/^#/, '');
}

function useSearch(text: string): string {
  const [search] = useDebouncedValue(bare(text).slice(0, TEXT_MAX), TYPING_MS);
  return search.length > 1 && text !== '' ? search : '';
}

function useFoundCustomers(text: string): readonly PaletteItem[] {
  const navigate = useNavigate();
  const { api, can } = useSession();
  const search = useSearch(text);
  const isAsked = search !== '' && can('customers:read');
  const { data } = useQuery({
    queryKey: ['customers', 'palette', search],
    queryFn: ({ signal }) => api.listCustomers({ search, limit: OTHERS_MAX }, { signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const found = isAsked ? (data?.items ?? []) : [];
  return found.map(({ id, name, email, phone }) => ({
    id,
    kind: 'customer',
    label: name ?? email ?? phone ?? id,
    ...(name === null || email === null ? {} : { detail: email }),
    isData: true,
    run: () => void navigate(`/customers/${id}`),
  }));
}

function useFoundSkus(text: string): readonly PaletteItem[] {
  const navigate = useNavigate();
  const { api, can } = useSession();
  const search = useSearch(text);
  const isAsked = search !== '' && can('catalog:read');
  const { data } = useQuery({
    queryKey: ['skus', 'palette', search],
    queryFn: ({ signal }) => api.listSkus({ search, limit: OTHERS_MAX }, { signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  const found = isAsked ? (data?.items ?? []) : [];
  return found.map(({ id, code, title }) => ({
    id,
    kind: 'sku',
    label: code,
    detail: title,
    isData: true,
    run: () => void navigate(`/catalog/${encodeURIComponent(code)}`),
  }));
}

function useFoundOrders(text: string): readonly FoundOrder[] {
  const { api, can } = useSession();
  const search = useSearch(text);
  const { data } = useQuery({
    queryKey: ['orders', 'palette', search],
    queryFn: ({ signal }) => api.listOrders({ search, limit: ORDERS_MAX }, { signal }),
    enabled: search !== '' && can('orders:read'),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return search === '' ? [] : (data?.items ?? []);
}
