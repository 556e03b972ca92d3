// Rows of the file with something to say: the line, why it will not map, and what would help.

import type { Import, ListImportRowsItem } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { usePages } from '../table/use-pages.ts';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';

type Row = ListImportRowsItem;

const PAGE = 50;

export function RowList({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const { api } = useSession();
  const pages = usePages<Row>(['import-export', 'rows', one.id, one.state], (cursor, signal) =>
    api.listImportRows(
      { import: one.id, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    ),
  );
  if (pages.isLoading) return null;
  if (pages.rows.length === 0) return <p className={classes['soft']}>{say('allFine')}</p>;
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('line')}</th>
            <th scope="col">{say('says')}</th>
            <th scope="col">{say('row')}</th>
          </tr>
        </thead>
        <tbody>
          {pages.rows.map((row) => (
            <SaidRow key={row.row} row={row} />
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

function SaidRow({ row }: { readonly row: Row }) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  return (
    <tr data-testid="said-row">
      <th scope="row">{formats.number(row.line)}</th>
      <td>
        {row.problems.map((problem) => (
          <p key={problem.code + problem.field} className={classes['alarm']}>
            <strong>{say('error')}</strong>{' '}
            <span translate="no">
              {problem.detail} {problem.suggestion}
            </span>
          </p>
        ))}
        {row.warnings.map((warning) => (
          <p key={warning.code + warning.field} className={classes['warn']}>
            <strong>{say('warning')}</strong>{' '}
            <span translate="no">
              {warning.detail} {warning.suggestion}
            </span>
          </p>
        ))}
      </td>
      <td className={classes['raw']} translate="no">
        {row.raw}
      </td>
    </tr>
  );
}
