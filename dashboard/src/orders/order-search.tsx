// The search of the list: /. Enter opens the one order that is meant.

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useKeys } from '../shell/keys.tsx';
import { filterMessages } from './messages.ts';
import classes from './order-list.module.css';
import type { OrderQuery } from './order-query.ts';

const SCOPES = ['search', 'sku', 'tag', 'location'] as const;
type Scope = (typeof SCOPES)[number];
/** So long nothing is typed before it is asked for. */
const REST_MS = 200;

export interface OrderSearchProps {
  readonly query: OrderQuery;
  /** Enter was pressed. */
  readonly onEnter: (text: string) => void;
}

export function OrderSearch({ query, onEnter }: OrderSearchProps) {
  const say = useSay(filterMessages);
  const [scope, setScope] = useState<Scope>('search');
  const asked = query.raw.get(scope) ?? '';
  const [text, setText] = useState(asked);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useKeys([{ keys: '/', does: say('search'), run: () => input.current?.focus() }]);
  useEffect(() => {
    if (document.activeElement !== input.current) setText(asked);
  }, [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (value: string, where: Scope): void => query.change({ [where]: value.trim() });
  const type = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(value, scope), REST_MS);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') input.current?.blur();
    if (event.key !== 'Enter') return;
    clearTimeout(timer.current);
    ask(text, scope);
    if (scope === 'search') onEnter(text.trim());
  };
  const turnTo = (next: Scope): void => {
    query.change({ [scope]: null, [next]: text.trim() });
    setScope(next);
    input.current?.focus();
  };
  return (
    <search className={classes['search']}>
      <TextInput
        ref={input}
        aria-label={say('search')}
        placeholder={say('searchHint')}
        leftSection={<IconSearch size={16} />}
        value={text}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={press}
      />
      <fieldset className={classes['scopes']} aria-label={say('scope')}>
        {SCOPES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === scope}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => turnTo(one)}
          >
            {one === 'search' ? say('everywhere') : say(one)}
          </button>
        ))}
      </fieldset>
    </search>
  );
}
