// Facts of one thing, name by name.

import type { ReactNode } from 'react';
import classes from './developers.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Data that no language changes. */
  readonly isData?: boolean;
}

export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {facts.map(({ name, value, isData }) => (
        <FactLine key={name} name={name} value={value} isData={isData ?? false} />
      ))}
    </dl>
  );
}

function FactLine({ name, value, isData }: Required<Fact>) {
  return (
    <>
      <dt>{name}</dt>
      <dd translate={isData ? 'no' : undefined} className={isData ? classes['mono'] : undefined}>
        {value}
      </dd>
    </>
  );
}
