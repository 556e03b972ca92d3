// Somebody changed the order meanwhile: who, what and when, and how to go on.

import { Button, Modal, Text } from '@mantine/core';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { actMessages } from './act-messages.ts';
import { eventKey, eventMessages } from './event-messages.ts';
import classes from './order.module.css';
import type { OrderActs } from './use-order-acts.ts';

export function ConflictDialog({ acts }: { readonly acts: OrderActs }) {
  const say = useSay(actMessages);
  const sayEvent = useSay(eventMessages);
  const formats = useFormats();
  const { conflict, closeConflict } = acts;
  if (conflict === null) return null;
  const { changes, othersCount, again } = conflict;
  return (
    <Modal
      opened
      onClose={closeConflict}
      title={say('conflictTitle')}
      closeButtonProps={{ 'aria-label': say('keep') }}
    >
      <Text size="sm">{say('conflictIntro')}</Text>
      <ul className={classes['list']}>
        {changes.map(({ version, actorName, type, occurredAt }) => (
          <li key={version}>
            <strong translate="no">{actorName}</strong> {sayEvent(eventKey(type))},{' '}
            {formats.relative(occurredAt)}
          </li>
        ))}
        {othersCount > 0 && <li>{say('conflictMore', { count: othersCount })}</li>}
      </ul>
      <div className={classes['buttons']}>
        {again !== null && (
          <Button
            variant="default"
            onClick={() => {
              closeConflict();
              again();
            }}
          >
            {say('doAllTheSame')}
          </Button>
        )}
        <Button data-autofocus onClick={closeConflict}>
          {say('lookAgain')}
        </Button>
      </div>
    </Modal>
  );
}
