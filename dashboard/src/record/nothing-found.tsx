// A list that a search has emptied.

import { Button } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { EmptyState } from '../shell/empty-state.tsx';
import { recordMessages } from './messages.ts';

export function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const say = useSay(recordMessages);
  return (
    <EmptyState
      title={say('noneFound')}
      actions={
        <Button variant="default" onClick={onClear}>
          {say('clear')}
        </Button>
      }
    >
      {say('noneFoundHint')}
    </EmptyState>
  );
}
