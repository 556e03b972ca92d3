// Where there is nothing yet: why, and what to do about it.

import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  /** A button or two that lead on. */
  readonly actions?: ReactNode;
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <section className={classes['empty']}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text component="div" c="dimmed">
        {children}
      </Text>
      {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
    </section>
  );
}
