// What can be done with an order, by button, key and palette.

import { CREDIT_HOLD } from '@doorstep/core/payments/payment-terms.ts';
import { REVIEW_HOLD } from '@doorstep/core/risk/risk-review.ts';
import type { Order } from '@doorstep/sdk';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDots } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { useKeys } from '../shell/keys.tsx';
import { useToast } from '../shell/toast.tsx';
import { orderDetailMessages } from './order-detail-messages.ts';
import { paymentMessages } from './payment-messages.ts';
import { useNeighbors } from './use-neighbors.ts';
import type { OrderActs } from './use-order-acts.ts';

export type DialogName = 'cancel' | 'refund' | 'hold' | 'promise' | 'payment';

export interface OrderActionsProps {
  readonly order: Order;
  readonly acts: OrderActs;
  readonly onDialog: (name: DialogName) => void;
  readonly onNote: () => void;
  readonly onTab: (tab: string) => void;
}

export function OrderActions({ order, acts, onDialog, onNote, onTab }: OrderActionsProps) {
  const say = useSay(orderDetailMessages);
  const sayPayment = useSay(paymentMessages);
  const { can } = useSession();
  const step = useSteps(order);
  const next = useNextAction(order, acts);
  const copy = useCopyNumber(order);
  const isOpen = order.status === 'open' || order.status === 'on-hold';
  const mayWrite = can('orders:write') && isOpen;
  const due = order.totalMinor - order.canceledMinor - order.grantedMinor;
  const mayRefund = can('payments:write') && due > 0;
  const dialogs = [
    { name: 'hold', keys: 'h', label: say('hold'), long: say('holdOrder'), may: mayWrite },
    { name: 'cancel', keys: 'c', label: say('cancel'), long: say('cancelOrder'), may: mayWrite },
    { name: 'refund', keys: 'r', label: say('refund'), long: say('refundOrder'), may: mayRefund },
  ] as const;
  const offered = dialogs.filter(({ may }) => may);
  useCommands([
    ...(next === null ? [] : [{ id: 'next', label: next.label, keys: 'e', run: next.run }]),
    ...offered.map(({ name, long, keys }) => ({
      id: name,
      label: long,
      keys,
      run: () => onDialog(name),
    })),
    ...(can('orders:write')
      ? [{ id: 'promise', label: say('changePromise'), run: () => onDialog('promise') }]
      : []),
    ...(can('payments:write') && isUnpaid(order)
      ? [{ id: 'payment', label: sayPayment('open'), run: () => onDialog('payment') }]
      : []),
    { id: 'copy', label: say('copyNumber'), keys: 'y', run: copy },
    { id: 'note', label: say('writeNote'), keys: 'n', run: onNote },
  ]);
  useKeys([
    ...(next === null ? [] : [{ keys: 'e', does: next.label, run: next.run }]),
    ...offered.map(({ name, long, keys }) => ({ keys, does: long, run: () => onDialog(name) })),
    { keys: 'y', does: say('copyNumber'), run: copy },
    { keys: 'n', does: say('writeNote'), run: onNote },
    { keys: 't', does: say('timeline'), run: () => onTab('timeline') },
    { keys: 'o', does: say('overview'), run: () => onTab('overview') },
  ]);
  return (
    <>
      {step}
      {offered.map(({ name, label }) => (
        <Button key={name} variant="default" onClick={() => onDialog(name)}>
          {label}
        </Button>
      ))}
      {next !== null && (
        <Button loading={acts.isBusy} onClick={next.run} data-testid="next-action">
          {next.label}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={say('more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={copy}>{say('copyNumber')}</Menu.Item>
          <Menu.Item onClick={() => onTab('json')}>{say('json')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

const UNPAID = new Set<string>(['none', 'pending', 'partially-paid', 'voided']);

function isUnpaid({ paymentStatus, status }: Order): boolean {
  return status !== 'canceled' && UNPAID.has(paymentStatus);
}

function useCopyNumber(order: Order): () => void {
  const say = useSay(orderDetailMessages);
  const toast = useToast();
  return () =>
    void navigator.clipboard
      .writeText(order.number)
      .then(() => toast.done(say('copied')), toast.failed);
}

/** Holds that go when something else is decided: on the card of risk, or of terms. */
const FOLLOWS_CAUSE = new Set<string>([REVIEW_HOLD, CREDIT_HOLD]);

/** The one thing that brings the order on, if anything does and the user may. */
function useNextAction(
  order: Order,
  acts: OrderActs,
): { readonly label: string; readonly run: () => void } | null {
  const say = useSay(orderDetailMessages);
  const { api, can } = useSession();
  const of = { order: order.id };
  const sum = (units: (line: Order['lines'][number]) => number) =>
    order.lines.filter(({ kind }) => kind !== 'kit').reduce((all, line) => all + units(line), 0);
  const hold = order.holds.find(
    ({ releasedAt, handle }) => releasedAt === null && !FOLLOWS_CAUSE.has(handle),
  );
  if (hold !== undefined && can('orders:write'))
    return {
      label: say('releaseHold'),
      run: () =>
        void acts.act((version) => api.releaseHold({ ...of, hold: hold.id, version }), {
          done: say('holdReleased'),
        }),
    };
  if (hold !== undefined || order.status !== 'open' || !can('fulfillment:write')) return null;
  if (sum((line) => line.reserved) > 0)
    return {
      label: say('release'),
      run: () =>
        void acts.act((version) => api.releaseOrder({ ...of, version }), { done: say('released') }),
    };
  if (sum((line) => line.unpromised + line.backordered) > 0)
    return {
      label: say('source'),
      run: () =>
        void acts.act((version) => api.sourceOrder({ ...of, version }), { done: say('sourced') }),
    };
  return null;
}

/** To the neighbors in the list it was opened from; the list keeps its place. */
function useSteps(order: Order) {
  const say = useSay(orderDetailMessages);
  const navigate = useNavigate();
  const { previous, next } = useNeighbors(order.number);
  const go = (number: string | null): void => {
    if (number !== null) void navigate(`/orders/${number}`, { replace: true });
  };
  useKeys([
    { keys: 'j', does: say('next'), run: () => go(next) },
    { keys: 'k', does: say('previous'), run: () => go(previous) },
  ]);
  if (previous === null && next === null) return null;
  return (
    <ActionIcon.Group>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={say('previous')}
        disabled={previous === null}
        onClick={() => go(previous)}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={say('next')}
        disabled={next === null}
        onClick={() => go(next)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </ActionIcon.Group>
  );
}
