// The rows behind a number, newest first.

import type { ListFlowEntriesInput, ListFlowEntriesItem } from '@doorstep/sdk';
import { Button, Drawer, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { usePages } from '../table/use-pages.ts';
import { reportMessages } from './messages.ts';
import { useReasonWords } from './reason-words.ts';
import classes from './reports.module.css';

const PAGE = 50;

export interface RowsDrawerProps {
  /** As `RowsLink` writes it. */
  readonly rows: string;
  readonly onClose: () => void;
}

export function RowsDrawer({ rows, onClose }: RowsDrawerProps) {
  const say = useSay(reportMessages);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Title order={2} size="h4">
          {say('rowsBehind')}
        </Title>
      }
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Entries rows={rows} />
    </Drawer>
  );
}

function Entries({ rows }: { readonly rows: string }) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  const { api } = useSession();
  const asked = Object.fromEntries(new URLSearchParams(rows));
  const pages = usePages<ListFlowEntriesItem>(['reports', 'rows', rows], (cursor, signal) =>
    api.listFlowEntries(
      {
        ...asked,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      } as unknown as ListFlowEntriesInput,
      { signal },
    ),
  );
  if (pages.error !== null) return <Problem error={pages.error} onRetry={pages.reload} />;
  if (pages.isLoading) return null;
  const units = pages.rows.reduce((sum, row) => sum + row.units, 0);
  return (
    <>
      <p className={classes['soft']} data-testid="rows-sum" data-units={units}>
        {say('rowsSum', { rows: pages.rows.length, units: formats.number(units) })}
      </p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('order')}</th>
            <th scope="col">{say('sku')}</th>
            <th scope="col" data-end>
              {say('units')}
            </th>
            <th scope="col" data-end>
              {say('amountMinor')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pages.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows only come behind each other
            <Entry key={place} row={row} />
          ))}
        </tbody>
      </table>
      {pages.hasMore && (
        <Button variant="default" mt="sm" onClick={pages.more}>
          {say('more')}
        </Button>
      )}
    </>
  );
}

function Entry({ row }: { readonly row: ListFlowEntriesItem }) {
  const formats = useFormats();
  const reasonWords = useReasonWords();
  return (
    <tr data-testid="entry">
      <th scope="row">
        {row.order === null ? null : (
          <Link to={`/orders/${row.orderNumber}`} translate="no">
            {row.orderNumber}
          </Link>
        )}
        <div className={classes['soft']}>{formats.time(row.at)}</div>
      </th>
      <td>
        <span translate="no">{row.sku}</span>
        <div className={classes['soft']}>
          {row.reason === null ? null : reasonWords(row.reason)}
          <span translate="no"> {[row.location, row.country].filter(Boolean).join(' · ')}</span>
        </div>
      </td>
      <td data-end>{formats.number(row.units)}</td>
      <td data-end>{formats.money(row.amountMinor, row.currency)}</td>
    </tr>
  );
}
