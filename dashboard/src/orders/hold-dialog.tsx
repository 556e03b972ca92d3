// Puts an order on hold.

import { HOLD_BLOCKS } from '@doorstep/core/orders/hold.ts';
import type { PlaceHoldInput } from '@doorstep/sdk';
import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useReasons } from '../settings/use-reasons.ts';
import { actMessages } from './act-messages.ts';
import type { OrderDialogProps } from './cancel-dialog.tsx';
import { momentOf } from './moment-field.ts';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';
import { useSeenVersion } from './use-seen-version.ts';

type Blocks = NonNullable<PlaceHoldInput['blocks']>;

export function HoldDialog({ order, acts, onClose }: OrderDialogProps) {
  const say = useSay(actMessages);
  const { choices } = useReasons('hold');
  const sayDetail = useSay(orderDetailMessages);
  const { api } = useSession();
  const [chosen, setReason] = useState('other');
  const reason = choices.some(({ value }) => value === chosen) ? chosen : (choices[0]?.value ?? '');
  const [note, setNote] = useState('');
  const [blocks, setBlocks] = useState<string[]>([...HOLD_BLOCKS]);
  const [until, setUntil] = useState('');
  const expiresAt = momentOf(until, useLanguage().timeZone);
  const seen = useSeenVersion(order.version, acts.conflict !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (blocks.length === 0 || isPast(expiresAt)) return;
    const words = note.trim() === '' ? {} : { note: note.trim() };
    let hold: string | undefined;
    void acts.act(
      async (version) => {
        const at = { order: order.id, reason, version };
        hold = (
          await api.placeHold({
            ...at,
            ...words,
            blocks: blocks as Blocks,
            ...(expiresAt === null ? {} : { expiresAt }),
          })
        ).id;
      },
      {
        done: sayDetail('held'),
        undo: async () => hold !== undefined && api.releaseHold({ order: order.id, hold }),
        seen,
        onDone: onClose,
      },
    );
  };
  return (
    <Modal
      opened={acts.conflict === null}
      onClose={onClose}
      title={say('holdTitle', { number: order.number })}
      closeButtonProps={{ 'aria-label': say('keep') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <HoldReason
          choices={choices}
          reason={reason}
          onReason={setReason}
          note={note}
          onNote={setNote}
        />
        <HoldLimits blocks={blocks} onBlocks={setBlocks} until={until} onUntil={setUntil} />
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('keep')}
          </Button>
          <Button type="submit" loading={acts.isBusy}>
            {say('doHold')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface HoldReasonProps {
  readonly choices: ReturnType<typeof useReasons>['choices'];
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly note: string;
  readonly onNote: (note: string) => void;
}

function HoldReason({ choices, reason, onReason, note, onNote }: HoldReasonProps) {
  const say = useSay(actMessages);
  return (
    <>
      <Select
        label={say('reason')}
        data={choices}
        value={reason}
        onChange={(value) => onReason(value ?? 'other')}
        allowDeselect={false}
      />
      <TextInput
        label={say('note')}
        value={note}
        maxLength={1000}
        data-autofocus
        onChange={(event) => onNote(event.currentTarget.value)}
      />
    </>
  );
}

interface HoldLimitsProps {
  readonly blocks: string[];
  readonly onBlocks: (blocks: string[]) => void;
  /** As the field has it, in the time of the user. */
  readonly until: string;
  readonly onUntil: (until: string) => void;
}

/** What the hold stops, and for how long. */
function HoldLimits({ blocks, onBlocks, until, onUntil }: HoldLimitsProps) {
  const say = useSay(actMessages);
  const { timeZone } = useLanguage();
  return (
    <>
      <Checkbox.Group
        label={say('holdBlocks')}
        value={blocks}
        onChange={onBlocks}
        error={blocks.length === 0 ? say('blocksNothing') : null}
      >
        {HOLD_BLOCKS.map((one) => (
          <Checkbox key={one} value={one} label={say(`blocks-${one}`)} mt="xs" size="sm" />
        ))}
      </Checkbox.Group>
      <TextInput
        type="datetime-local"
        label={say('holdUntil')}
        description={say('holdUntilHint')}
        error={isPast(momentOf(until, timeZone)) ? say('holdUntilPast') : null}
        value={until}
        onChange={(event) => onUntil(event.currentTarget.value)}
      />
    </>
  );
}

function isPast(at: string | null): boolean {
  return at !== null && Date.parse(at) <= Date.now();
}
