// Facts of one thing, name by name.

import { Fragment, type ReactNode } from 'react';
import classes from './payments.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Data that no language changes. */
  readonly isData?: boolean;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ name, value, isData = false }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd
            translate={isData ? 'no' : undefined}
            className={isData ? classes['mono'] : undefined}
          >
            {value}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
