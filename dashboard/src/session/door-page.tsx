// A page outside of the shop: one form in the middle.

import { Stack, Title } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import classes from './sign-in.module.css';

export interface DoorPageProps {
  readonly title: string;
  readonly onSubmit: (event: FormEvent) => void;
  readonly children: ReactNode;
}

export function DoorPage({ title, onSubmit, children }: DoorPageProps) {
  useEffect(() => {
    document.title = `${title} · Doorstep`;
  }, [title]);
  return (
    <main className={classes['page']}>
      <form className={classes['form']} onSubmit={onSubmit}>
        <Stack gap="md">
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <Title order={1} size="h3">
            {title}
          </Title>
          {children}
        </Stack>
      </form>
    </main>
  );
}
