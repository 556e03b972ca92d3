// How many units of a SKU a location keeps back: its own number, or that of the location.

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import classes from './inventory.module.css';
import type { LevelName } from './level-sums.tsx';
import { inventoryMessages } from './messages.ts';
import { UnitsField } from './units-field.tsx';
import { usePutLevels } from './use-stock-grid.ts';

export function SafetyStock({ sku, location }: LevelName) {
  const say = useSay(inventoryMessages);
  const { api } = useSession();
  const toast = useToast();
  const put = usePutLevels();
  const [typed, setTyped] = useState('');
  const set = useMutation({
    mutationFn: (safetyStock: number | null) => api.setSafetyStock({ sku, location, safetyStock }),
    onSuccess(level) {
      put([level]);
      setTyped('');
      toast.done(say('safetySet', { units: level.safetyStock }));
    },
    onError: toast.failed,
  });
  return (
    <form
      className={classes['safety']}
      onSubmit={(event) => {
        event.preventDefault();
        if (/^\d+$/.test(typed)) set.mutate(Number(typed));
      }}
    >
      <UnitsField label={say('safetyStock')} value={typed} onChange={setTyped} />
      <Button type="submit" variant="default" loading={set.isPending} disabled={typed === ''}>
        {say('save')}
      </Button>
      <Button variant="subtle" disabled={set.isPending} onClick={() => set.mutate(null)}>
        {say('usualSafety')}
      </Button>
    </form>
  );
}
