// The rooms on a phone.

import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../language/say.ts';
import { shellMessages } from './messages.ts';
import classes from './shell.module.css';

export interface MenuDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function MenuDrawer({ isOpen, onClose, children }: MenuDrawerProps) {
  const say = useSay(shellMessages);
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size={270}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': say('navigation') } }}
      classNames={{ body: classes['drawer'] ?? '' }}
    >
      {children}
    </Drawer>
  );
}
