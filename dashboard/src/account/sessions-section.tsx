// Where one is signed in, and how to end it.

import type { UserSession } from '@doorstep/sdk';
import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { accountMessages } from './messages.ts';
import { Section } from './section.tsx';
import classes from './sessions-section.module.css';

export function SessionsSection() {
  const say = useSay(accountMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: () => api.listSessions({ limit: 50 }),
  });
  const afterwards = {
    onSuccess: () => void client.invalidateQueries({ queryKey: ['account', 'sessions'] }),
    onError: toast.failed,
  };
  const end = useMutation({
    mutationFn: (session: string) => api.endSession({ session }),
    ...afterwards,
  });
  const endOthers = useMutation({
    mutationFn: () => api.endSessions({ keepCurrent: true }),
    ...afterwards,
  });
  const items = sessions.data?.items ?? [];
  return (
    <Section title={say('sessions')} hint={say('sessionsHint')}>
      {sessions.isError && <Problem error={sessions.error} onRetry={() => sessions.refetch()} />}
      <ul className={classes['list']} aria-busy={sessions.isPending}>
        {items.map((one) => (
          <SessionItem
            key={one.id}
            session={one}
            isEnding={end.isPending && end.variables === one.id}
            onEnd={() => end.mutate(one.id)}
          />
        ))}
      </ul>
      {items.length > 1 && (
        <div>
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate()}
          >
            {say('endOthers')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface SessionItemProps {
  readonly session: UserSession;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionItem({ session, isEnding, onEnd }: SessionItemProps) {
  const say = useSay(accountMessages);
  const formats = useFormats();
  return (
    <li className={classes['item']}>
      <div className={classes['words']}>
        <span className={classes['device']} translate="no">
          {session.device}
        </span>
        <span className={classes['when']} title={formats.fullTime(session.lastUsedAt)}>
          <span translate="no">{session.address}</span> ·{' '}
          {say('lastUsed', { when: formats.relative(session.lastUsedAt) })} ·{' '}
          {say('since', { day: formats.day(session.createdAt) })}
        </span>
      </div>
      {session.current ? (
        <Badge variant="dot">{say('thisOne')}</Badge>
      ) : (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          loading={isEnding}
          onClick={onEnd}
          aria-label={say('endSession', { device: session.device })}
        >
          {say('end')}
        </Button>
      )}
    </li>
  );
}
