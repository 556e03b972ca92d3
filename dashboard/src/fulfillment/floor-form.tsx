// The frame of a dialog on the floor: what it is for, what went wrong, and its two buttons.

import { Alert, Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useSay } from '../language/say.ts';
import { useProblemWords } from '../shell/problem.tsx';
import { floorMessages } from './act-messages.ts';
import classes from './floor.module.css';

export interface FloorFormProps {
  readonly title: string;
  readonly does: string;
  readonly isBusy: boolean;
  readonly isReady: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

export function FloorForm(props: FloorFormProps) {
  const say = useSay(floorMessages);
  const { title, does, isBusy, isReady, error, onClose, onSubmit, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  // As soon as there is something to do, Enter does it; who types already is left alone.
  useEffect(() => {
    if (isReady && !(document.activeElement instanceof HTMLInputElement)) button.current?.focus();
  }, [isReady]);
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
        {error !== null && <Refused error={error} />}
        {children}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button ref={button} type="submit" disabled={!isReady} loading={isBusy}>
            {does}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const { detail, remedy } = useProblemWords(error);
  return (
    <Alert color="red" role="alert" title={<span translate="no">{detail}</span>}>
      {remedy !== null && <span translate="no">{remedy}</span>}
    </Alert>
  );
}
