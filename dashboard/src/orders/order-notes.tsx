// The notes on an order, newest first.

import type { Order } from '@doorstep/sdk';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { NoteField } from './note-field.tsx';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';
import { orderSideMessages } from './order-side-messages.ts';
import type { OrderActs } from './use-order-acts.ts';

type Note = Order['notes'][number];

export interface OrderPartProps {
  readonly order: Order;
  readonly acts: OrderActs;
}

export function OrderNotes({ order, acts }: OrderPartProps) {
  const say = useSay(orderSideMessages);
  const { api, can } = useSession();
  // A note stands beside what others do: it needs no version.
  const add = (body: string, forget: () => void): void =>
    void acts.act(() => api.addNote({ order: order.id, body }), {
      done: say('noteSaved'),
      onDone: forget,
    });
  return (
    <OrderSection title={say('notes')}>
      {can('orders:write') && <NoteField isBusy={acts.isBusy} onSave={add} />}
      {order.notes.length === 0 && (
        <Text c="dimmed" size="sm">
          {say('noNotes')}
        </Text>
      )}
      {[...order.notes].reverse().map((note) => (
        <NoteRow key={note.id} note={note} order={order} acts={acts} />
      ))}
    </OrderSection>
  );
}

function NoteRow({ note, order, acts }: OrderPartProps & { readonly note: Note }) {
  const say = useSay(orderSideMessages);
  const formats = useFormats();
  const { api, can, me } = useSession();
  const [isEdited, setIsEdited] = useState(false);
  const isOwn = note.author === `${me.actor.kind}:${me.actor.id}` && can('orders:write');
  const at = { order: order.id, note: note.id };
  const edit = (body: string): void =>
    void acts.act(() => api.editNote({ ...at, body }), {
      done: say('noteSaved'),
      onDone: () => setIsEdited(false),
    });
  const remove = (): void =>
    void acts.act(() => api.deleteNote(at), {
      done: say('noteGone'),
      undo: () => api.addNote({ order: order.id, body: note.body }),
    });
  return (
    <article className={classes['note']} data-testid="note">
      <div className={classes['noteHead']}>
        <strong translate="no">{order.names[note.author] ?? note.author}</strong>
        <time className={classes['soft']} dateTime={note.createdAt}>
          {formats.time(note.createdAt)}
        </time>
        {note.editedAt !== null && <span className={classes['soft']}>{say('edited')}</span>}
        {isOwn && (
          <>
            <button type="button" onClick={() => setIsEdited(true)}>
              {say('edit')}
            </button>
            <button type="button" onClick={remove}>
              {say('delete')}
            </button>
          </>
        )}
      </div>
      {isEdited ? (
        <NoteField
          initial={note.text}
          isBusy={acts.isBusy}
          onSave={edit}
          onLeave={() => setIsEdited(false)}
        />
      ) : (
        <span translate="no">{note.text}</span>
      )}
    </article>
  );
}
