// From how many exceptions of a type on its tile is orange, and red.

import type { Exception } from '@doorstep/sdk';
import { Button, NumberInput, Popover, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import classes from './exceptions.module.css';
import { exceptionMessages } from './messages.ts';
import type { ExceptionGroup } from './tiles.tsx';

export function Thresholds({ groups }: { readonly groups: readonly ExceptionGroup[] }) {
  const say = useSay(exceptionMessages);
  const { can } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  if (!can('exceptions:write') || groups.length === 0) return null;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setIsOpen(!isOpen)}>
          {say('thresholds')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ThresholdForm groups={groups} onSaved={() => setIsOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface ThresholdFormProps {
  readonly groups: readonly ExceptionGroup[];
  readonly onSaved: () => void;
}

function ThresholdForm({ groups, onSaved }: ThresholdFormProps) {
  const say = useSay(exceptionMessages);
  const { api } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const [type, setType] = useState<Exception['type']>(groups[0]?.type ?? 'reported');
  const [typed, setTyped] = useState<{ orange?: number; red?: number }>({});
  const known = groups.find((group) => group.type === type)?.threshold;
  const orange = typed.orange ?? known?.orange ?? 1;
  const red = typed.red ?? known?.red ?? 1;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const version = known?.version ?? 0;
    void api.setExceptionThreshold({ type, orange, red, version }).then(async () => {
      toast.done(say('saved'));
      onSaved();
      await client.invalidateQueries({ queryKey: ['exceptions'] });
    }, toast.failed);
  };
  return (
    <form onSubmit={submit}>
      <Select
        label={say('types')}
        data={groups.map((group) => ({ value: group.type, label: group.title }))}
        value={type}
        onChange={(value) => {
          setType((value ?? type) as Exception['type']);
          setTyped({});
        }}
        allowDeselect={false}
        renderOption={({ option }) => <span translate="no">{option.label}</span>}
        comboboxProps={{ withinPortal: false }}
      />
      <NumberInput
        label={say('orangeFrom')}
        min={1}
        value={orange}
        onChange={(value) => setTyped({ ...typed, orange: Number(value) || 1 })}
      />
      <NumberInput
        label={say('redFrom')}
        min={1}
        value={red}
        onChange={(value) => setTyped({ ...typed, red: Number(value) || 1 })}
      />
      <div className={classes['buttons']}>
        <Button mt="sm" type="submit">
          {say('save')}
        </Button>
      </div>
    </form>
  );
}
