// The frame of a dialog at the desk.

import { Alert, Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useSay } from '../language/say.ts';
import { useProblemWords } from '../shell/problem.tsx';
import { deskMessages } from './desk-messages.ts';
import classes from './returns.module.css';

export interface DeskFormProps {
  readonly title: string;
  readonly does: string;
  readonly isBusy: boolean;
  readonly isReady: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

export function DeskForm(props: DeskFormProps) {
  const say = useSay(deskMessages);
  const { title, does, isBusy, isReady, error, onClose, onSubmit, children } = props;
  const { detail, remedy } = useProblemWords(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !isBusy) onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form onSubmit={submit} className={classes['form']}>
        {error !== null && (
          <Alert color="red" role="alert" title={<span translate="no">{detail}</span>}>
            <span translate="no">{remedy}</span>
          </Alert>
        )}
        {children}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('leave')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isBusy}>
            {does}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
