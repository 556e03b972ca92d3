// The fulfillment orders behind a duration, newest first.

import type { ListStageEntriesInput, ListStageEntriesItem } from '@doorstep/sdk';
import { Button, Drawer, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { usePages } from '../table/use-pages.ts';
import { reportMessages } from './messages.ts';
import classes from './reports.module.css';

const PAGE = 50;
const SECOND_MS = 1000;

export function StageDrawer(props: { readonly rows: string; readonly onClose: () => void }) {
  const say = useSay(reportMessages);
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size="lg"
      title={
        <Title order={2} size="h4">
          {say('rowsBehind')}
        </Title>
      }
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Entries rows={props.rows} />
    </Drawer>
  );
}

function Entries({ rows }: { readonly rows: string }) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  const { api } = useSession();
  const asked = Object.fromEntries(new URLSearchParams(rows));
  const pages = usePages<ListStageEntriesItem>(['reports', 'stage rows', rows], (cursor, signal) =>
    api.listStageEntries(
      {
        ...asked,
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      } as unknown as ListStageEntriesInput,
      { signal },
    ),
  );
  if (pages.error !== null) return <Problem error={pages.error} onRetry={pages.reload} />;
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('order')}</th>
            <th scope="col">{say('location')}</th>
            <th scope="col">{say('reachedAt')}</th>
            <th scope="col" data-end>
              {say('took')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pages.rows.map((row) => (
            <tr key={row.fulfillmentOrder} data-testid="entry">
              <th scope="row">
                <Link to={`/orders/${row.orderNumber}`} translate="no">
                  {row.orderNumber}
                </Link>
              </th>
              <td translate="no">{row.location}</td>
              <td>{formats.time(row.reachedAt)}</td>
              <td data-end>{formats.duration(row.seconds * SECOND_MS)}</td>
            </tr>
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
