// Imports of the shop, newest first: what, when, by whom, and what came of it.

import type { Import } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { Problem } from '../shell/problem.tsx';
import { usePages } from '../table/use-pages.ts';
import { sumOf } from './counts.ts';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';
import { StateBadge } from './state-badge.tsx';

const PAGE = 20;

export function ImportList() {
  const say = useSay(importExportMessages);
  const { api } = useSession();
  const pages = usePages<Import>(['import-export', 'list'], (cursor, signal) =>
    api.listImports({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, { signal }),
  );
  if (pages.error !== null && pages.rows.length === 0)
    return <Problem error={pages.error} onRetry={pages.reload} />;
  if (!pages.isLoading && pages.rows.length === 0)
    return <EmptyState title={say('noImports')}>{say('noImportsHint')}</EmptyState>;
  return (
    <section aria-label={say('history')} className={classes['listed']}>
      <h2>{say('history')}</h2>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('file')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col" data-end>
              {say('written')}
            </th>
            <th scope="col" data-end>
              {say('refused')}
            </th>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('who')}</th>
          </tr>
        </thead>
        <tbody>
          {pages.rows.map((one) => (
            <ImportRow key={one.id} one={one} />
          ))}
        </tbody>
      </table>
      {pages.hasMore && (
        <Button variant="default" onClick={pages.more}>
          {say('more')}
        </Button>
      )}
    </section>
  );
}

function ImportRow({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  const { create, change, refuse } = one.documents;
  const isWritten = !['receiving', 'received', 'reading', 'planning', 'ready'].includes(one.state);
  return (
    <tr data-testid="import">
      <th scope="row">
        <Link to={`/import-export/imports/${one.id}`} translate="no">
          {one.fileName}
        </Link>
      </th>
      <td>{one.profile === null ? null : say(one.kind)}</td>
      <td>
        <StateBadge state={one.state} />
      </td>
      <td data-end>{isWritten ? formats.number(sumOf(create) + sumOf(change)) : null}</td>
      <td data-end>{formats.number(sumOf(refuse))}</td>
      <td>
        <time dateTime={one.createdAt} title={formats.fullTime(one.createdAt)}>
          {formats.time(one.createdAt)}
        </time>
      </td>
      <td translate="no">{one.createdBy.replace(/:.*/, '')}</td>
    </tr>
  );
}
