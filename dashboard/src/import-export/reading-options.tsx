// What the file is, as it was found out, and where that can be said otherwise.

import type { PreviewImportAnswer, PreviewImportInput } from '@doorstep/sdk';
import { TextInput } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Choice } from './choice.tsx';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';

export type Reading = Pick<PreviewImportInput, 'delimiter' | 'encoding' | 'sheet'>;

const DELIMITERS = [
  { value: ',', key: 'comma' },
  { value: ';', key: 'semicolon' },
  { value: '\t', key: 'tab' },
  { value: '|', key: 'pipe' },
] as const;

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

export interface ReadingOptionsProps {
  readonly preview: PreviewImportAnswer;
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
}

export function ReadingOptions({ preview, reading, onChange }: ReadingOptionsProps) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  const { format } = preview;
  const isText = format === null || format.format !== 'xlsx';
  return (
    <section className={classes['options']} aria-label={say('fileIs')}>
      <div className={classes['found']} data-testid="format">
        <span className={classes['soft']}>{say('fileIs')}</span>
        <strong translate="no">
          {format === null ? '?' : format.format.toUpperCase()}
          {format?.gzip === true ? ' · gzip' : ''}
        </strong>
        <span className={classes['soft']}>
          {say('lookedAt', { count: formats.number(preview.records) })}
        </span>
      </div>
      {(format === null || format.format === 'csv') && (
        <Choice
          label={say('delimiter')}
          value={reading.delimiter ?? format?.delimiter ?? ','}
          options={DELIMITERS.map(({ value, key }) => ({ value, label: say(key) }))}
          onChange={(delimiter) =>
            onChange({ ...reading, delimiter: delimiter as NonNullable<Reading['delimiter']> })
          }
        />
      )}
      {isText && (
        <Choice
          label={say('encoding')}
          value={reading.encoding ?? format?.encoding ?? 'utf-8'}
          options={ENCODINGS.map((value) => ({ value, label: value, isData: true }))}
          onChange={(encoding) =>
            onChange({ ...reading, encoding: encoding as NonNullable<Reading['encoding']> })
          }
        />
      )}
      {format?.format === 'xlsx' && (
        <TextInput
          label={say('sheet')}
          placeholder={say('firstSheet')}
          defaultValue={reading.sheet ?? ''}
          onBlur={({ currentTarget: { value } }) => {
            const { sheet: _, ...rest } = reading;
            onChange(value === '' ? rest : { ...rest, sheet: value });
          }}
        />
      )}
    </section>
  );
}
