// Where each column of the file went; what goes nowhere stays in the raw row.

import type { Import } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';

export function FieldList({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{say('column')}</th>
          <th scope="col" data-end>
            {say('filled')}
          </th>
          <th scope="col">{say('goesTo')}</th>
        </tr>
      </thead>
      <tbody>
        {one.fields?.map(({ field, filled, target }) => (
          <tr key={field}>
            <th scope="row" translate="no">
              {field}
            </th>
            <td data-end>{formats.number(filled)}</td>
            <td>
              {target === null ? (
                <span className={classes['soft']}>{say('nowhere')}</span>
              ) : (
                <span translate="no">{target}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
