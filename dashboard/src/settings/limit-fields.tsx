// What each role may give back: alone, with a second person, or not at all.

import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useSay } from '../language/say.ts';
import classes from './policies.module.css';
import { faultsOf, readLimits, type TypedLimit, writeLimits } from './refund-draft.ts';
import { refundMessages } from './refund-messages.ts';
import { useLimitWords } from './use-limit-words.ts';
import { useSettings } from './use-reasons.ts';

export interface LimitFieldsProps {
  /** The rows, as one text. */
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (value: string) => void;
}

const LIMITS_MAX = 50;

export function LimitFields({ value, isDisabled, onChange }: LimitFieldsProps) {
  const say = useSay(refundMessages);
  const currency = useSettings().data?.appearance.currency ?? 'EUR';
  const limits = readLimits(value);
  const set = (next: readonly TypedLimit[]): void => onChange(writeLimits(next));
  return (
    <>
      {limits.length === 0 && <p className={classes['soft']}>{say('noLimits')}</p>}
      {limits.map((limit, place) => (
        <LimitRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a limit is known by its place while it is typed
          key={place}
          limit={limit}
          before={limits.slice(0, place)}
          isDisabled={isDisabled}
          onChange={(part) => set(limits.with(place, { ...limit, ...part }))}
          onRemove={() => set(limits.toSpliced(place, 1))}
        />
      ))}
      {limits.length > 0 && <p className={classes['soft']}>{say('others')}</p>}
      {!isDisabled && (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          disabled={limits.length >= LIMITS_MAX}
          onClick={() => set([...limits, { role: 'service', currency, alone: '', most: '' }])}
        >
          {say('addLimit')}
        </Button>
      )}
    </>
  );
}

interface LimitRowProps {
  readonly limit: TypedLimit;
  readonly before: readonly TypedLimit[];
  readonly isDisabled: boolean;
  readonly onChange: (part: Partial<TypedLimit>) => void;
  readonly onRemove: () => void;
}

function LimitRow({ limit, before, isDisabled, onChange, onRemove }: LimitRowProps) {
  const say = useSay(refundMessages);
  const words = useLimitWords();
  const number = before.length + 1;
  const faults = faultsOf(limit, before);
  const field = (name: keyof TypedLimit) => ({
    label: say(name),
    'aria-label': say('ofLimit', { what: say(name), number }),
    value: limit[name],
    disabled: isDisabled,
    error: faults[name] !== undefined && say(faults[name]),
  });
  return (
    <div className={classes['limit']} data-testid="limit">
      <NativeSelect
        {...field('role')}
        data={words.choices(limit.role)}
        onChange={(event) => onChange({ role: event.currentTarget.value })}
      />
      <TextInput
        {...field('currency')}
        maxLength={3}
        translate="no"
        onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
      />
      {(['alone', 'most'] as const).map((name) => (
        <TextInput
          key={name}
          {...field(name)}
          inputMode="decimal"
          placeholder={name === 'most' ? say('noMost') : undefined}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      ))}
      {!isDisabled && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say('removeLimit', { number })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
      {Object.keys(faults).length === 0 && (
        <p className={classes['soft']} data-testid="limit-words">
          {words.limit(limit)}
        </p>
      )}
    </div>
  );
}
