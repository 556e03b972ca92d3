// A part of a report: a chart that is a table as well, and the table as a file.

import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSay } from '../language/say.ts';
import { saveTable } from './csv.ts';
import { reportMessages } from './messages.ts';
import classes from './reports.module.css';

export interface ReportSectionProps {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** The name of the file, and its rows with their head. */
  readonly file: string;
  readonly rows: () => readonly (readonly (string | number)[])[];
}

export function ReportSection({ title, beside, chart, table, file, rows }: ReportSectionProps) {
  const say = useSay(reportMessages);
  const [isTable, setIsTable] = useState(false);
  return (
    <section className={classes['section']} aria-label={title}>
      <header className={classes['sectionHead']}>
        <h2>{title}</h2>
        <Group gap="xs">
          {beside}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-pressed={isTable}
            onClick={() => setIsTable((before) => !before)}
          >
            {say(isTable ? 'asChart' : 'asTable')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => saveTable(file, rows())}
          >
            <span translate="no">CSV</span>
          </Button>
        </Group>
      </header>
      {isTable ? table : chart}
    </section>
  );
}
