// Every column of the file with values of it, and where it goes.

import { type FieldName, KIND_FIELDS, REQUIRED_FIELDS } from '@doorstep/core/history/fields.ts';
import type { PreviewImportAnswer } from '@doorstep/sdk';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import classes from './import-export.module.css';
import { type Mapped, withColumn } from './mapped.ts';
import { importExportMessages } from './messages.ts';

const NOWHERE = '';

export interface MappingTableProps {
  readonly preview: PreviewImportAnswer;
  readonly mapped: Mapped;
  readonly onChange: (mapped: Mapped) => void;
}

export function MappingTable({ preview, mapped, onChange }: MappingTableProps) {
  const say = useSay(importExportMessages);
  const targets = new Map(
    Object.entries(mapped.columns).map(([field, column]) => [column, field as FieldName]),
  );
  if (preview.fields.length === 0) return <p>{say('noSamples')}</p>;
  const { kind } = mapped.base;
  const options = [
    { value: NOWHERE, label: say('nowhere') },
    ...KIND_FIELDS[kind].map((field) => ({
      value: field,
      label: REQUIRED_FIELDS[kind].includes(field) ? `${field} *` : field,
      isData: true,
    })),
  ];
  return (
    <table className={`${classes['table']} ${classes['columns']}`}>
      <thead>
        <tr>
          <th scope="col">{say('column')}</th>
          <th scope="col">{say('samples')}</th>
          <th scope="col">{say('goesTo')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.fields.map(({ field, samples }) => (
          <tr key={field} data-testid="column" data-column={field}>
            <th scope="row" translate="no">
              {field}
            </th>
            <td translate="no" className={classes['samples']}>
              {samples.length === 0 ? '—' : samples.join(' · ')}
            </td>
            <td>
              <Choice
                isLabelHidden
                label={say('columnGoesTo', { column: field })}
                value={targets.get(field) ?? NOWHERE}
                options={options}
                onChange={(value) =>
                  onChange(
                    withColumn(mapped, field, value === NOWHERE ? null : (value as FieldName)),
                  )
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
