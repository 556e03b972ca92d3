// Erases a customer, after saying what goes and what stays.

import type { Customer } from '@doorstep/sdk';
import { Button, Checkbox, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { useCustomerSummary } from './bought-section.tsx';
import { customerMessages } from './messages.ts';

export interface EraseDialogProps {
  readonly customer: Customer;
  readonly onClose: () => void;
}

export function EraseDialog({ customer, onClose }: EraseDialogProps) {
  const say = useSay(customerMessages);
  const [isSure, setIsSure] = useState(false);
  const { data: bought } = useCustomerSummary(customer.id);
  const erase = useErase(customer, onClose);
  const open = bought?.open.length ?? 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('eraseTitle')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={classes['form']}>
        <Text size="sm">{say('eraseGoes', { count: bought?.orders ?? 0 })}</Text>
        <Text size="sm">{say('eraseStays')}</Text>
        <Text size="sm" fw={600}>
          {say('eraseFinal')} {open > 0 && say('eraseOpen', { count: open })}
        </Text>
        <Checkbox
          label={say('eraseSure')}
          checked={isSure}
          onChange={({ currentTarget: { checked } }) => setIsSure(checked)}
        />
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button
            color="red"
            disabled={!isSure}
            loading={erase.isPending}
            onClick={() => erase.mutate()}
          >
            {say('eraseDo')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function useErase(customer: Customer, onDone: () => void) {
  const say = useSay(customerMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.eraseCustomer({ customer: customer.id }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['customers'] });
      toast.done(say('wasErased'));
      onDone();
    },
    onError: toast.failed,
  });
}
