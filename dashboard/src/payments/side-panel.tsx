// What was opened from a list, on the right.

import { Drawer, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../language/say.ts';
import { paymentMessages } from './messages.ts';

export interface SidePanelProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const say = useSay(paymentMessages);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={<span translate="no">{title}</span>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack gap="lg">{children}</Stack>
    </Drawer>
  );
}
