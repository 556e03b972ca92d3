// What can be done with the chosen cards, and that there is something new to see.

import { Button } from '@mantine/core';
import { useSay } from '../language/say.ts';
import classes from './board.module.css';
import { boardMessages } from './messages.ts';
import type { BoardActs } from './use-board-acts.ts';

export interface BoardBarProps {
  readonly chosen: number;
  readonly isStale: boolean;
  readonly mayAct: boolean;
  readonly acts: BoardActs;
  readonly onRefresh: () => void;
  readonly onClear: () => void;
}

export function BoardBar({ chosen, isStale, mayAct, acts, onRefresh, onClear }: BoardBarProps) {
  const say = useSay(boardMessages);
  return (
    <div className={classes['bar']}>
      {chosen > 0 && (
        <>
          <strong role="status">{say('selected', { count: chosen })}</strong>
          {mayAct &&
            (['pick', 'pack', 'ship'] as const).map((act) => (
              <Button key={act} size="compact-sm" variant="default" onClick={acts[act]}>
                {say(act)}
              </Button>
            ))}
          <Button size="compact-sm" variant="default" onClick={acts.packingSlip}>
            {say('packingSlip')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onClear}>
            {say('unselect')}
          </Button>
        </>
      )}
      {isStale && (
        <Button size="compact-sm" variant="light" onClick={onRefresh} data-testid="stale">
          {say('changed')}
        </Button>
      )}
    </div>
  );
}
