// The search over a list: it stands in the URL, and `/` goes there.

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useKeys } from '../shell/keys.tsx';
import { recordMessages } from './messages.ts';
import classes from './record.module.css';

export interface ListSearchProps {
  readonly value: string;
  readonly label: string;
  readonly onSearch: (text: string) => void;
  /** Enter: what is found is opened, when it is one. */
  readonly onEnter?: () => void;
  readonly children?: ReactNode;
}

const WAIT_MS = 250;
const TEXT_MAX = 100;

export function ListSearch({ value, label, onSearch, onEnter, children }: ListSearchProps) {
  const say = useSay(recordMessages);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    // Changed from elsewhere; what somebody is typing is ahead of the URL.
    if (document.activeElement !== input.current) setTyped(value);
  }, [value]);
  const search = useDebouncedCallback(onSearch, WAIT_MS);
  useKeys([{ keys: '/', does: say('search'), run: () => input.current?.focus() }]);
  return (
    <div className={classes['tools']}>
      <TextInput
        ref={input}
        type="search"
        className={classes['search'] ?? ''}
        leftSection={<IconSearch size={16} />}
        placeholder={label}
        aria-label={label}
        maxLength={TEXT_MAX}
        value={typed}
        onChange={({ currentTarget: { value: text } }) => {
          setTyped(text);
          search(text.trim());
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') onEnter?.();
          if (key === 'Escape') input.current?.blur();
        }}
      />
      {children}
    </div>
  );
}
