// Who one is. The menu behind it comes after the first paint, and takes the place of this alone.

import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { shellMessages } from './messages.ts';
import classes from './shell.module.css';

export function UserButton(props: UnstyledButtonProps & ComponentPropsWithRef<'button'>) {
  const say = useSay(shellMessages);
  const { me } = useSession();
  return (
    <UnstyledButton {...props} className={classes['user']} aria-label={say('userMenu')}>
      <span className={classes['avatar']} aria-hidden translate="no">
        {me.actor.name.slice(0, 1).toUpperCase()}
      </span>
      <span className={classes['userName']} translate="no">
        {me.actor.name}
      </span>
    </UnstyledButton>
  );
}
