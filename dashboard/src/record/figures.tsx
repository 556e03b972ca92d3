// What a record comes to, in numbers: each under its name.

import type { ReactNode } from 'react';
import classes from './record.module.css';

export interface FiguresProps {
  readonly figures: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly testId?: string;
}

export function Figures({ figures, testId }: FiguresProps) {
  return (
    <dl className={classes['figures']} data-testid={testId}>
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
