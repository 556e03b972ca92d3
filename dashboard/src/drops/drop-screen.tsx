// One drop: watched live, on a wall, or played once more.

import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { DropActions } from './drop-actions.tsx';
import { DropItems } from './drop-items.tsx';
import classes from './drops.module.css';
import { LiveMonitor } from './live-monitor.tsx';
import { dropMessages } from './messages.ts';

const ReplayMonitor = lazyPart(async () => (await import('./replay-monitor.tsx')).ReplayMonitor);

const LOOK_MS = 2000;

export function DropScreen() {
  const say = useSay(dropMessages);
  const formats = useFormats();
  const { drop: id = '' } = useParams();
  const { api, can } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['drops', 'one', id],
    queryFn: ({ signal }) => api.getDrop({ drop: id }, { signal }),
    refetchInterval: LOOK_MS,
  });
  const [isKiosk, isReplay] = ['kiosk', 'replay'].map((view) => parameters.has(view));
  const show = (view: 'kiosk' | 'replay' | null): void =>
    setParameters(view === null ? {} : { [view]: '1' });
  useKeys([{ keys: 'Escape', does: say('leaveKiosk'), run: () => isKiosk && show(null) }]);
  if (data === undefined)
    return (
      <Page title={say('title')}>
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  return (
    <Page
      title={data.name}
      isName
      parent={<Link to="/drops">{say('title')}</Link>}
      beside={<Badge variant="light">{say(data.status)}</Badge>}
      actions={
        <>
          {can('events:read') && (
            <Button variant="default" onClick={() => show(isReplay ? null : 'replay')}>
              {say(isReplay ? 'live' : 'replay')}
            </Button>
          )}
          <Button variant="default" onClick={() => show('kiosk')}>
            {say('kiosk')}
          </Button>
          {can('drops:write') && <DropActions drop={data} onDone={() => void refetch()} />}
        </>
      }
    >
      <div className={classes['monitor']} data-kiosk={isKiosk || undefined} data-testid="monitor">
        {isKiosk && (
          <div className={classes['kioskHead']}>
            <strong translate="no">{data.name}</strong>
            <Badge variant="light" size="lg">
              {say(data.status)}
            </Badge>
            <Button variant="default" onClick={() => show(null)}>
              {say('leaveKiosk')}
            </Button>
          </div>
        )}
        <p className={classes['notice']}>
          {formats.time(data.startsAt)} – {formats.time(data.endsAt)}
          {data.limitPerBuyer !== null &&
            ` · ${say('limit')}: ${formats.number(data.limitPerBuyer)}`}
        </p>
        {isReplay ? (
          <Suspense>
            <ReplayMonitor drop={data} />
          </Suspense>
        ) : (
          <LiveMonitor drop={data} />
        )}
        {!isReplay && <DropItems drop={data} />}
      </div>
    </Page>
  );
}
