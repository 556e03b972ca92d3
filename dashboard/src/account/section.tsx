// One thing of the account: what it is on the left, what one may do about it on the right.

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

export function Section({ title, hint, children }: SectionProps) {
  return (
    <section className={classes['section']} aria-label={title}>
      <div>
        <Title order={2} className={classes['title']}>
          {title}
        </Title>
        {hint !== undefined && <p className={classes['hint']}>{hint}</p>}
      </div>
      <div className={classes['fields']}>{children}</div>
    </section>
  );
}

export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className={classes['pair']}>{children}</div>;
}

export function Sections({ children }: { readonly children: ReactNode }) {
  return <div className={classes['sections']}>{children}</div>;
}
