// What is known of something: names and values, without those that are not known.

import type { ReactNode } from 'react';
import classes from './record.module.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** No language changes it. */
  readonly isData?: boolean;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== null && value !== '');
  return (
    <dl className={classes['facts']}>
      {known.map(({ label, value, isData }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd translate={isData ? 'no' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
