// How far an import is, in a color that says whether somebody has to do something.

import type { Import } from '@doorstep/sdk';
import { Badge } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { importExportMessages } from './messages.ts';

const COLORS: Readonly<Partial<Record<Import['state'], string>>> = {
  received: 'orange',
  ready: 'orange',
  done: 'teal',
  failed: 'red',
  reading: 'blue',
  planning: 'blue',
  applying: 'blue',
  undoing: 'blue',
};

export function StateBadge({ state }: Pick<Import, 'state'>) {
  const say = useSay(importExportMessages);
  const color = COLORS[state] ?? 'gray';
  return (
    <Badge variant="dot" color={color} tt="none" fw={500} radius="sm" data-state={state}>
      {say(state)}
    </Badge>
  );
}
