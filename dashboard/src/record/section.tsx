// A card of the page of something: its name, an action, and what it shows.

import { type ReactNode, useId } from 'react';
import classes from './record.module.css';

export interface SectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <div className={classes['cardHead']}>
        <h2 className={classes['cardTitle']} id={id}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
