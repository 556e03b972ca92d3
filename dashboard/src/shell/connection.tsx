// Whether what is shown is of this moment.

import { Tooltip } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { useLiveState } from '../live/live.tsx';
import classes from './connection.module.css';
import { shellMessages } from './messages.ts';

export function Connection() {
  const say = useSay(shellMessages);
  const state = useLiveState();
  return (
    <Tooltip label={say(`${state}Hint`)} multiline maw={260} position="bottom-end">
      <span
        className={classes['connection']}
        data-state={state}
        role="status"
        data-testid="connection"
      >
        <span className={classes['dot']} />
        {say(state)}
      </span>
    </Tooltip>
  );
}
