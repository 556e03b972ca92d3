// What came of trying again: a row each, with the reason of now.

import type { Exception } from '@doorstep/sdk';
import { Button, Modal, Progress, Text } from '@mantine/core';
import { useSay } from '../language/say.ts';
import classes from './exceptions.module.css';
import { exceptionMessages } from './messages.ts';
import type { Retry } from './use-retry.ts';

export interface RetryDialogProps {
  readonly retry: Retry;
  /** As they were before: what each row is about. */
  readonly known: readonly Exception[];
}

export function RetryDialog({ retry, known }: RetryDialogProps) {
  const say = useSay(exceptionMessages);
  const { rows, isRunning, forget } = retry;
  if (rows === null) return null;
  const cleared = rows.filter(({ outcome }) => outcome === 'cleared').length;
  const subjectOf = new Map(known.map(({ id, subject }) => [id, subject]));
  return (
    <Modal
      opened
      size="lg"
      onClose={forget}
      title={say('retryTitle')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {isRunning && <Progress value={100} animated aria-label={say('retryTitle')} />}
      <Text fw={600}>{say('retrySum', { cleared, count: rows.length })}</Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('outcome')}</th>
            <th scope="col">{say('about')}</th>
            <th scope="col">{say('why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ exception, outcome, reason }) => (
            <tr key={exception} data-testid="outcome" data-outcome={outcome}>
              <td>{say(outcome)}</td>
              <td translate="no">{subjectOf.get(exception) ?? exception}</td>
              <td translate="no">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes['buttons']}>
        <Button data-autofocus onClick={forget}>
          {say('close')}
        </Button>
      </div>
    </Modal>
  );
}
