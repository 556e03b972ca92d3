// What a kit is made of.

import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { catalogMessages } from './messages.ts';
import { type Component, readComponents, writeComponents } from './sku-draft.ts';

export interface ComponentFieldsProps {
  /** A line each. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ComponentFields({ value, onChange }: ComponentFieldsProps) {
  const say = useSay(catalogMessages);
  const parts = readComponents(value);
  const set = (next: readonly Component[]): void => onChange(writeComponents(next));
  return (
    <fieldset className={classes['listField']}>
      <legend>{say('components')}</legend>
      {parts.map((part, index) => {
        const number = index + 1;
        const change = (more: Partial<Component>): void =>
          set(parts.with(index, { ...part, ...more }));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a component is known by its place while it is typed
          <div key={index} className={classes['listRow']}>
            <TextInput
              aria-label={say('componentNumber', { number })}
              placeholder={say('code')}
              value={part.sku}
              required
              maxLength={100}
              autoComplete="off"
              onChange={(event) => change({ sku: event.currentTarget.value })}
            />
            <TextInput
              w={80}
              aria-label={say('perKitNumber', { number })}
              value={String(part.quantity)}
              inputMode="numeric"
              maxLength={4}
              onChange={({ currentTarget: { value: typed } }) =>
                change({ quantity: Number(typed.replaceAll(/\D/g, '')) })
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say('removeComponent', { number })}
              onClick={() => set(parts.toSpliced(index, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        );
      })}
      <Text size="xs" c="dimmed">
        {say('componentsHint')}
      </Text>
      <Button
        variant="subtle"
        size="compact-md"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => set([...parts, { sku: '', quantity: 1 }])}
      >
        {say('addComponent')}
      </Button>
    </fieldset>
  );
}
