// Where a provider and the ledger say different things: found, looked at, resolved.

import { DIFFERENCE_CAUSES } from '@doorstep/core/reconciliation/match.ts';
import type { Difference, ListDifferencesInput } from '@doorstep/sdk';
import { Button, NativeSelect } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { DifferencePanel } from './difference-panel.tsx';
import { paymentMessages } from './messages.ts';
import classes from './payments.module.css';
import { ReportDialog } from './report-dialog.tsx';
import { useUrlPart } from './use-url-part.ts';

export function DifferencesTab() {
  const say = useSay(paymentMessages);
  const { api, can } = useSession();
  const [openId, setOpen] = useUrlPart('open');
  const [status, setStatus] = useUrlPart('status');
  const [cause, setCause] = useUrlPart('cause');
  const [isSending, setIsSending] = useState(false);
  const columns = useDifferenceColumns();
  const [layout, setLayout] = useTableLayout('differences', columns);
  useLiveRefresh(['difference.', 'statement.'], ['payments', 'differences']);
  const asked = { status: status ?? 'open', cause: cause ?? undefined } as ListDifferencesInput;
  const pages = usePages<Difference>(['payments', 'differences', status, cause], (cursor, signal) =>
    api.listDifferences(
      { ...asked, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    ),
  );
  const send = (): void => setIsSending(true);
  useCommands([
    { id: 'send-report', label: say('sendReport'), scope: 'payments:write', run: send },
  ]);
  return (
    <>
      <div className={classes['bar']}>
        <NativeSelect
          label={say('state')}
          data={(['open', 'resolved'] as const).map((value) => ({ value, label: say(value) }))}
          value={status ?? 'open'}
          onChange={({ currentTarget: { value } }) => setStatus(value === 'open' ? null : value)}
        />
        <NativeSelect
          label={say('cause')}
          data={[
            { value: '', label: say('allCauses') },
            ...DIFFERENCE_CAUSES.map((value) => ({ value, label: say(value) })),
          ]}
          value={cause ?? ''}
          onChange={({ currentTarget: { value } }) => setCause(value)}
        />
        {can('payments:write') && (
          <Button
            className={classes['spread'] ?? ''}
            leftSection={<IconUpload size={16} />}
            onClick={send}
          >
            {say('sendReport')}
          </Button>
        )}
      </div>
      <VirtualTable
        label={say('differences')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(one) => one.id}
        rowName={(one) => one.reference}
        onOpen={(one) => setOpen(one.id)}
        restoreKey="payments differences"
        card={(one) => <DifferenceCard difference={one} />}
        empty={<EmptyState title={say('noDifferences')}>{say('noDifferencesHint')}</EmptyState>}
      />
      {openId !== null && <DifferencePanel id={openId} onClose={() => setOpen(null)} />}
      {isSending && <ReportDialog onClose={() => setIsSending(false)} />}
    </>
  );
}

function useDifferenceColumns(): readonly Column<Difference>[] {
  const say = useSay(paymentMessages);
  const formats = useFormats();
  return useMemo(() => {
    const money = (told: Difference['ledger']) =>
      told === null ? say('nothing') : formats.money(told.amountMinor, told.currency);
    return [
      { id: 'cause', title: say('cause'), width: 190, cell: (one) => say(one.cause) },
      {
        id: 'provider',
        title: say('provider'),
        width: 120,
        cell: (one) => <span translate="no">{one.provider}</span>,
      },
      { id: 'kind', title: say('kind'), width: 130, cell: (one) => say(one.kind) },
      {
        id: 'reference',
        title: say('reference'),
        width: 220,
        cell: (one) => <span translate="no">{one.reference}</span>,
      },
      {
        id: 'order',
        title: say('order'),
        width: 100,
        cell: (one) => <span translate="no">{one.orderNumber ?? ''}</span>,
      },
      { id: 'ledger', title: say('ledger'), width: 120, cell: (one) => money(one.ledger) },
      {
        id: 'providerSays',
        title: say('providerSays'),
        width: 130,
        cell: (one) => money(one.providerSays),
      },
      {
        id: 'occurredAt',
        title: say('when'),
        width: 140,
        cell: (one) => formats.time(one.occurredAt),
      },
    ];
  }, [say, formats]);
}

function DifferenceCard({ difference }: { readonly difference: Difference }) {
  const say = useSay(paymentMessages);
  const formats = useFormats();
  const told = difference.providerSays ?? difference.ledger;
  return (
    <div className={classes['card']}>
      <strong>{say(difference.cause)}</strong>
      <span className={classes['money']}>
        {told !== null && formats.money(told.amountMinor, told.currency)}
      </span>
      <span className={classes['soft']} translate="no">
        {difference.provider} {difference.reference}
      </span>
    </div>
  );
}
