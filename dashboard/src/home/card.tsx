// A part of the home screen: its name, and what leads to all of it.

import type { ReactNode } from 'react';
import classes from './home.module.css';

export interface CardProps {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, beside, children }: CardProps) {
  return (
    <section className={classes['card']} aria-label={title}>
      <header className={classes['cardHead']}>
        <h2>{title}</h2>
        {beside}
      </header>
      {children}
    </section>
  );
}
