// The tags of an order, put on and taken off at once, with a way back.

import { Pill, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import classes from './order.module.css';
import type { OrderPartProps } from './order-notes.tsx';
import { OrderSection } from './order-section.tsx';
import { orderSideMessages } from './order-side-messages.ts';

export function OrderTags({ order, acts }: OrderPartProps) {
  const say = useSay(orderSideMessages);
  const { api, can } = useSession();
  const [text, setText] = useState('');
  const mayWrite = can('orders:write');
  const put = (tag: string) => api.tagOrder({ order: order.id, tag });
  const take = (tag: string) => api.untagOrder({ order: order.id, tag });
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const tag = text.trim();
    if (tag === '') return;
    setText('');
    void acts.act(() => put(tag), { done: say('tagged', { tag }), undo: () => take(tag) });
  };
  const remove = (tag: string): void =>
    void acts.act(() => take(tag), { done: say('untagged', { tag }), undo: () => put(tag) });
  return (
    <OrderSection title={say('tags')}>
      <div className={classes['pills']}>
        {order.tags.map((tag) => (
          <Pill
            key={tag}
            withRemoveButton={mayWrite}
            onRemove={() => remove(tag)}
            removeButtonProps={{
              'aria-label': say('removeTag', { tag }),
              'aria-hidden': false,
              tabIndex: 0,
              size: 24,
            }}
          >
            <span translate="no">{tag}</span>
          </Pill>
        ))}
        {mayWrite && (
          <form onSubmit={add}>
            <TextInput
              size="xs"
              aria-label={say('addTag')}
              placeholder={say('addTag')}
              value={text}
              maxLength={50}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </form>
        )}
      </div>
    </OrderSection>
  );
}
