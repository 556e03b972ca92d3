// A walk through the rooms for who is here for the first time. It stands in a corner and stops
// nobody; where it was ended, or finished, is remembered.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { tourMessages } from './messages.ts';
import classes from './tour.module.css';

interface Step {
  readonly name: 'home' | 'orders' | 'exceptions' | 'palette' | 'developers';
  readonly path: string | null;
  readonly scope: Scope | null;
}

const STEPS: readonly Step[] = [
  { name: 'home', path: '/', scope: null },
  { name: 'orders', path: '/orders', scope: 'orders:read' },
  { name: 'exceptions', path: '/exceptions', scope: 'exceptions:read' },
  { name: 'palette', path: null, scope: null },
  { name: 'developers', path: '/developers', scope: 'webhooks:read' },
];

export function Tour({ onEnd }: { readonly onEnd: () => void }) {
  const say = useSay(tourMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const [index, setIndex] = useState(0);
  const steps = STEPS.filter(({ scope }) => scope === null || can(scope));
  const step = steps[index];
  if (step === undefined) return null;
  const go = (to: number): void => {
    const next = steps[to];
    if (next === undefined) onEnd();
    else setIndex(to);
    if (next?.path) void navigate(next.path);
  };
  return (
    <aside className={classes['tour']} aria-label={say('tour')} data-testid="tour">
      <header>
        <span className={classes['count']}>
          {say('step', { step: index + 1, steps: steps.length })}
        </span>
        <CloseButton size="sm" aria-label={say('end')} onClick={onEnd} />
      </header>
      <h2>{say(`${step.name}Title`)}</h2>
      <p>{say(`${step.name}Text`)}</p>
      <footer>
        {index > 0 && (
          <Button size="xs" variant="default" onClick={() => go(index - 1)}>
            {say('back')}
          </Button>
        )}
        <Button size="xs" onClick={() => go(index + 1)}>
          {say(index === steps.length - 1 ? 'done' : 'next')}
        </Button>
      </footer>
    </aside>
  );
}
