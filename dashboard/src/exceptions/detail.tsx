// One exception: what is wrong, what would mend it, who has it.

import type { Exception } from '@doorstep/sdk';
import { Button, Menu, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Comments } from './comments.tsx';
import classes from './exceptions.module.css';
import { Facts } from './facts.tsx';
import { exceptionMessages } from './messages.ts';
import { SNOOZES, type SnoozeName, snoozedUntil } from './snooze.ts';
import type { ExceptionActs, Fix } from './use-exception-acts.ts';

export interface DetailProps {
  readonly exception: Exception;
  readonly acts: ExceptionActs;
  readonly onFix: (fix: Fix) => void;
}

export function Detail({ exception, acts, onFix }: DetailProps) {
  const say = useSay(exceptionMessages);
  const formats = useFormats();
  const { can } = useSession();
  const { about, title, subject, raisedAt, times, owner, snoozedUntil: asleep } = exception;
  const isClosed = exception.status === 'closed';
  return (
    <aside className={classes['detail']} aria-label={say('about')} data-testid="detail">
      <div>
        <h2 className={classes['heading']} translate="no">
          {title}
        </h2>
        <div translate="no">{subject}</div>
        <div className={classes['soft']}>
          {say('since', { time: formats.time(raisedAt) })}, {say('times', { count: times })} ·{' '}
          {owner === null ? say('nobody') : say('has', { name: owner.name })}
          {asleep !== null && ` · ${say('until', { time: formats.time(asleep) })}`}
        </div>
      </div>
      {isClosed && <strong>{say('resolved')}</strong>}
      {can('exceptions:write') && !isClosed && (
        <>
          <Fixes exception={exception} acts={acts} onFix={onFix} />
          <Triage exception={exception} acts={acts} />
        </>
      )}
      {about.order !== null && (
        <Link to={`/orders/${about.order.number}`}>
          {say('open', { number: about.order.number })}
        </Link>
      )}
      <Facts data={exception.data} />
      <Comments exception={exception.id} />
      {!isClosed && (
        <div className={classes['soft']}>{say('closesWhen', { when: exception.closes })}</div>
      )}
    </aside>
  );
}

function Fixes({ exception, acts, onFix }: DetailProps) {
  const say = useSay(exceptionMessages);
  const first = exception.fixes.find(({ operation }) => operation !== null);
  return (
    <div className={classes['buttons']}>
      {exception.fixes.map((fix) =>
        fix.operation === null ? (
          <span key={fix.label} className={classes['soft']}>
            {say('byHand')}: <span translate="no">{fix.label}</span>
          </span>
        ) : (
          <Button
            key={`${fix.label} ${fix.path}`}
            variant={fix === first ? 'filled' : 'default'}
            loading={acts.isBusy && fix === first}
            onClick={() => onFix(fix)}
          >
            <span translate="no">{fix.label}</span>
          </Button>
        ),
      )}
    </div>
  );
}

function Triage({ exception, acts }: Omit<DetailProps, 'onFix'>) {
  const say = useSay(exceptionMessages);
  const { owner, status } = exception;
  const colleagues = useColleagues();
  const give = (id: string | null): void =>
    acts.assign(exception, id, colleagues.find((one) => one.id === id)?.name ?? '');
  return (
    <>
      <div className={classes['buttons']}>
        <Button variant="default" onClick={() => acts.take(exception)}>
          {say('takeIt')}
        </Button>
        {status === 'snoozed' ? (
          <Button variant="default" onClick={() => acts.snooze(exception, null)}>
            {say('wake')}
          </Button>
        ) : (
          <Menu>
            <Menu.Target>
              <Button variant="default">{say('snooze')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(Object.keys(SNOOZES) as SnoozeName[]).map((name) => (
                <Menu.Item
                  key={name}
                  onClick={() => acts.snooze(exception, snoozedUntil(name, new Date()))}
                >
                  {say(name)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <Button variant="default" onClick={() => acts.close(exception, 'resolved')}>
          {say('resolve')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => acts.close(exception, 'dismissed')}>
          {say('dismiss')}
        </Button>
      </div>
      <Select
        size="xs"
        aria-label={say('assignTo')}
        placeholder={say('assignTo')}
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        value={owner?.id ?? null}
        onChange={give}
        clearable
        clearButtonProps={{ 'aria-label': say('giveBack') }}
        searchable
        renderOption={({ option }) => <span translate="no">{option.label}</span>}
      />
    </>
  );
}

function useColleagues(): readonly { readonly id: string; readonly name: string }[] {
  const { api, can } = useSession();
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => api.listColleagues({}, { signal }),
    staleTime: 60_000,
    enabled: can('orders:read'),
  });
  return data?.items ?? [];
}
