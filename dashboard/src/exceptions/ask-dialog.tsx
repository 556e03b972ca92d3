// Asks what only a person knows, for a fix that cannot do without.

import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import classes from './exceptions.module.css';
import { exceptionMessages } from './messages.ts';
import type { Fix } from './use-exception-acts.ts';

export interface AskDialogProps {
  readonly fix: Fix;
  readonly onAnswer: (answers: readonly string[]) => void;
  readonly onClose: () => void;
}

export function AskDialog({ fix, onAnswer, onClose }: AskDialogProps) {
  const say = useSay(exceptionMessages);
  const [answers, setAnswers] = useState<readonly string[]>(fix.asks.map(() => ''));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAnswer(answers);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={fix.label}
      closeButtonProps={{ 'aria-label': say('leave') }}
    >
      <form onSubmit={submit}>
        {fix.asks.map((pointer, index) => (
          <TextInput
            key={pointer}
            label={<span translate="no">{pointer.split('/').at(-1)}</span>}
            description={say('ask')}
            required
            mb="sm"
            value={answers[index] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setAnswers((before) => before.with(index, value))
            }
          />
        ))}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('leave')}
          </Button>
          <Button type="submit">{say('doIt')}</Button>
        </div>
      </form>
    </Modal>
  );
}
