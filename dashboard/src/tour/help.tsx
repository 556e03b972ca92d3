// Starts the tour: by itself for who sees the demo shop for the first time, and for whoever asks.

import { UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import classes from './help.module.css';
import { tourMessages } from './messages.ts';

const Tour = lazyPart(async () => (await import('./tour.tsx')).Tour);

const DEMO = 'demo';

export function Help() {
  const say = useSay(tourMessages);
  const { me } = useSession();
  const [tour, setTour] = useSetting('tour');
  const [isAsked, setIsAsked] = useState(false);
  const isShown = isAsked || (tour === null && me.tenant.slug === DEMO);
  const start = (): void => setIsAsked(true);
  const end = (): void => {
    setIsAsked(false);
    setTour('seen');
  };
  useCommands([{ id: 'tour', label: say('start'), run: start }]);
  return (
    <>
      <UnstyledButton
        className={classes['help']}
        aria-label={say('start')}
        title={say('start')}
        onClick={start}
      >
        <IconHelpCircle size={18} stroke={1.6} />
      </UnstyledButton>
      {isShown && (
        <Suspense>
          <Tour onEnd={end} />
        </Suspense>
      )}
    </>
  );
}
