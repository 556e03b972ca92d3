// A screen: its name, its actions on the right, and what it shows. `fill` is for a list that scrolls
// by itself and wants all the room there is.

import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** The title is the name of something, which no language changes. */
  readonly isName?: boolean;
  /** Before the title: what this belongs to, as a link. */
  readonly parent?: ReactNode;
  /** Beside the title: badges and the like. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly fill?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, isName, parent, beside, actions, fill, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Doorstep`;
  }, [title]);
  return (
    <div className={classes['page']} data-fill={fill || undefined}>
      <header className={classes['head']}>
        <div className={classes['titles']}>
          {parent}
          <Title order={1} className={classes['title']} translate={isName ? 'no' : undefined}>
            {title}
          </Title>
          {beside}
        </div>
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
      </header>
      <div className={classes['body']}>{children}</div>
    </div>
  );
}
