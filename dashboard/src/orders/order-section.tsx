// A card of the page of an order: its name, an action, and what it shows.

import { type ReactNode, useId } from 'react';
import classes from './order.module.css';

export interface OrderCardProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function OrderSection({ title, action, children }: OrderCardProps) {
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
