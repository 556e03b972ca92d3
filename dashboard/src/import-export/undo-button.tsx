// Takes an import back, after saying what that does to what it wrote.

import type { Import } from '@doorstep/sdk';
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { importExportMessages } from './messages.ts';
import { useImportActs } from './use-import-acts.ts';

const HINTS = {
  products: 'undoProducts',
  customers: 'undoCustomers',
  stock: 'undoStock',
  locations: 'undoLocations',
  orders: 'undoOrders',
} as const;

export function UndoButton({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const [isOpen, setIsOpen] = useState(false);
  const { undo } = useImportActs(one.id);
  const close = (): void => setIsOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {say('undo')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={say('undoTitle')}
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        <p>{say(HINTS[one.kind])}</p>
        <p>{say('undoKeeps')}</p>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {say('back')}
          </Button>
          <Button
            color="red"
            data-autofocus
            loading={undo.isPending}
            onClick={() => undo.mutate(undefined, { onSuccess: close })}
          >
            {say('undo')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
