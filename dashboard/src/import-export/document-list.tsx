// What becomes of each product, order, … of the file, and of what was taken back.

import type { Import, ListImportDocumentsInput, ListImportDocumentsItem } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { usePages } from '../table/use-pages.ts';
import { Choice } from './choice.tsx';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';

type Document = ListImportDocumentsItem;

const PAGE = 50;
const OUTCOMES = ['create', 'change', 'skip', 'refuse'] as const;

export function DocumentList({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const { api } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const outcome = OUTCOMES.find((name) => name === parameters.get('outcome'));
  const key = ['import-export', 'documents', one.id, one.state, outcome];
  const pages = usePages<Document>(key, (cursor, signal) =>
    api.listImportDocuments(
      {
        import: one.id,
        limit: PAGE,
        ...(outcome === undefined ? {} : { outcome }),
        ...(cursor === undefined ? {} : { cursor }),
      } as ListImportDocumentsInput,
      { signal },
    ),
  );
  return (
    <>
      <Choice
        label={say('outcome')}
        value={outcome ?? ''}
        options={[
          { value: '', label: say('all') },
          ...OUTCOMES.map((value) => ({ value, label: say(value) })),
        ]}
        onChange={(value) =>
          setParameters({ tab: 'documents', ...(value === '' ? {} : { outcome: value }) })
        }
      />
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('what')}</th>
            <th scope="col" data-end>
              {say('rowCount')}
            </th>
            <th scope="col">{say('outcome')}</th>
            <th scope="col">{say('why')}</th>
          </tr>
        </thead>
        <tbody>
          {pages.rows.map((document) => (
            <DocumentRow key={document.place} document={document} />
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

function DocumentRow({ document }: { readonly document: Document }) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  const { key, entity, outcome, undo } = document;
  const isOrder = entity?.startsWith('ord_') === true;
  return (
    <tr data-testid="document">
      <th scope="row" translate="no">
        {isOrder ? <Link to={`/orders/${entity}`}>{key}</Link> : key}
      </th>
      <td data-end>{formats.number(document.rows)}</td>
      <td>
        {outcome === null ? null : say(outcome)}
        {undo !== null && (
          <div className={classes['soft']}>
            {say(undo.outcome === 'undone' ? 'takenBack' : 'kept')}
          </div>
        )}
      </td>
      <td className={classes['soft']} translate="no">
        {undo?.reason ?? document.reason}
      </td>
    </tr>
  );
}
