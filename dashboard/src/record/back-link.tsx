// To the list as it was, where it was opened from there.

import { Link, useLocation, useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { useKeys } from '../shell/keys.tsx';
import { recordMessages } from './messages.ts';
import classes from './record.module.css';

export interface BackLinkProps {
  readonly to: string;
  readonly label: string;
}

export function BackLink({ to, label }: BackLinkProps) {
  const say = useSay(recordMessages);
  const navigate = useNavigate();
  const isFirst = useLocation().key === 'default';
  const run = (): void => void (isFirst ? navigate(to) : navigate(-1));
  useKeys([{ keys: 'Escape', does: say('back'), run }]);
  return (
    <>
      <span className={classes['parent']}>
        <Link to={to}>{label}</Link>
      </span>
      <span className={classes['soft']} aria-hidden>
        /
      </span>
    </>
  );
}
