// What providers paid to the bank, whether it adds up, and what each is made of.

import type { Payout } from '@doorstep/sdk';
import { Anchor, Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { Problem } from '../shell/problem.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { paymentMessages } from './messages.ts';
import classes from './payments.module.css';
import { SidePanel } from './side-panel.tsx';
import { useUrlPart } from './use-url-part.ts';

export function PayoutsTab() {
  const say = useSay(paymentMessages);
  const { api } = useSession();
  const [openId, setOpen] = useUrlPart('open');
  const columns = usePayoutColumns();
  const [layout, setLayout] = useTableLayout('payouts', columns);
  useLiveRefresh(['payout.', 'statement.'], ['payments', 'payouts']);
  const pages = usePages<Payout>(['payments', 'payouts'], (cursor, signal) =>
    api.listPayouts({ limit: 100, ...(cursor === undefined ? {} : { cursor }) }, { signal }),
  );
  const open = pages.rows.find(({ id }) => id === openId);
  return (
    <>
      <VirtualTable
        label={say('payouts')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(one) => one.id}
        rowName={(one) => one.reference}
        onOpen={(one) => setOpen(one.id)}
        restoreKey="payments payouts"
        card={(one) => <PayoutCard payout={one} />}
        empty={<EmptyState title={say('noPayouts')}>{say('noPayoutsHint')}</EmptyState>}
      />
      {open !== undefined && <PayoutPanel payout={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function usePayoutColumns(): readonly Column<Payout>[] {
  const say = useSay(paymentMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      {
        id: 'createdAt',
        title: say('when'),
        width: 150,
        cell: (one) => formats.time(one.createdAt),
      },
      {
        id: 'reference',
        title: say('reference'),
        width: 260,
        cell: (one) => <span translate="no">{one.reference}</span>,
      },
      { id: 'status', title: say('state'), width: 120, cell: (one) => say(one.status) },
      {
        id: 'amount',
        title: say('amount'),
        width: 130,
        cell: (one) => formats.money(one.amountMinor, one.currency),
      },
      { id: 'matched', title: say('matched'), width: 180, cell: (one) => <Sum payout={one} /> },
      {
        id: 'arrivesAt',
        title: say('arrives'),
        width: 130,
        cell: (one) => (one.arrivesAt === null ? '' : formats.day(one.arrivesAt)),
      },
    ],
    [say, formats],
  );
}

/** How much of it the ledger knows, or by how much it does not add up. */
function Sum({ payout: { lines, amountMinor, currency } }: { readonly payout: Payout }) {
  const say = useSay(paymentMessages);
  const formats = useFormats();
  if (lines === null) return say('notItemized');
  const off = amountMinor - lines.sumMinor;
  return off === 0
    ? say('matchedOf', { matched: lines.matched, expected: lines.expected })
    : say('offBy', { amount: formats.money(off, currency) });
}

function PayoutCard({ payout }: { readonly payout: Payout }) {
  const say = useSay(paymentMessages);
  const formats = useFormats();
  return (
    <div className={classes['card']}>
      <strong className={classes['money']}>
        {formats.money(payout.amountMinor, payout.currency)}
      </strong>
      <Badge variant="dot" color={payout.status === 'failed' ? 'red' : 'teal'}>
        {say(payout.status)}
      </Badge>
      <span className={classes['soft']} translate="no">
        {payout.reference}
      </span>
    </div>
  );
}

const LINES = 200;

function PayoutPanel({
  payout,
  onClose,
}: {
  readonly payout: Payout;
  readonly onClose: () => void;
}) {
  const say = useSay(paymentMessages);
  const { api } = useSession();
  const formats = useFormats();
  const read = useQuery({
    queryKey: ['payments', 'payouts', payout.id],
    queryFn: () => api.listPayoutLines({ payout: payout.id, limit: LINES }),
  });
  const lines = read.data?.items ?? [];
  return (
    <SidePanel title={payout.reference} onClose={onClose}>
      {read.isError && <Problem error={read.error} onRetry={() => void read.refetch()} />}
      {read.data !== undefined && lines.length === 0 && <Text c="dimmed">{say('noLines')}</Text>}
      {lines.length > 0 && (
        <table className={classes['lines']}>
          <thead>
            <tr>
              <th scope="col">{say('kind')}</th>
              <th scope="col">{say('amount')}</th>
              <th scope="col">{say('fee')}</th>
              <th scope="col">{say('order')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.reference}>
                <td>{say(line.kind)}</td>
                <td>{formats.money(line.amountMinor, line.currency)}</td>
                <td>{line.feeMinor ? formats.money(line.feeMinor, line.currency) : ''}</td>
                <td>
                  {line.order !== null && (
                    <Anchor component={Link} to={`/orders/${line.order}`} size="sm">
                      {say('order')}
                    </Anchor>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SidePanel>
  );
}
