// Whether what is shown is of this moment.

import { useSay } from '../language/say.ts';
import { useLiveState } from '../live/live.tsx';
import classes from './connection.module.css';
import { shellMessages } from './messages.ts';

export function Connection() {
  const say = useSay(shellMessages);
  const state = useLiveState();
  return (
    <span
      className={classes['connection']}
      data-state={state}
      data-testid="connection"
      role="status"
      title={say(`${state}Hint`)}
    >
      <span className={classes['dot']} />
      {say(state)}
    </span>
  );
}
