// What needs a person: tiles by cause, the queue, and the one at hand. The filter and the one at hand
// stand in the URL.

import { RETRY_SCOPES } from '@doorstep/core/exceptions/retry.ts';
import type { Exception } from '@doorstep/sdk';
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { useSession } from '../session/session.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { useKeys } from '../shell/keys.tsx';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { usePages } from '../table/use-pages.ts';
import { AskDialog } from './ask-dialog.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Detail } from './detail.tsx';
import classes from './exceptions.module.css';
import { pageOfFix } from './fix.ts';
import { exceptionMessages } from './messages.ts';
import { Queue, type QueueProps } from './queue.tsx';
import { RetryDialog } from './retry-dialog.tsx';
import { snoozedUntil } from './snooze.ts';
import { Thresholds } from './thresholds.tsx';
import { type ExceptionGroup, Tiles } from './tiles.tsx';
import { useAtHand } from './use-at-hand.ts';
import { type ExceptionActs, type Fix, useExceptionActs } from './use-exception-acts.ts';
import { useRetry } from './use-retry.ts';

type Type = Exception['type'];

const PAGE = 100;

export function ExceptionsScreen() {
  const say = useSay(exceptionMessages);
  const [parameters, set] = useUrl();
  const type = parameters.get('type');
  const whose = parameters.get('whose') ?? 'all';
  useLiveRefresh(['exception.'], ['exceptions']);
  const groups = useGroups();
  const pages = useQueue(type, whose);
  const retry = useRetry();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = inGroups(pages.rows);
  // Kept beside the URL: who presses `k` and then `a` means the row they see, before the URL says so.
  const { active, ...atHand } = useAtHand({
    rows,
    question: `${type} ${whose}`,
    isSettled: !(pages.isLoading || pages.isOld),
    linked: parameters.get('id'),
  });
  const activate = (next: string | null): void => {
    atHand.activate(next);
    set({ id: next });
  };
  const triage = useTriage(rows, active, activate);
  const toggle = (one: string): void =>
    setSelected((before) => (before.has(one) ? without(before, one) : new Set([...before, one])));
  const retryable = useRetryable(groups.data?.groups);
  return (
    <Page title={say('title')} actions={<Thresholds groups={groups.data?.groups ?? []} />}>
      {groups.error !== null && (
        <Problem error={groups.error} onRetry={() => void groups.refetch()} />
      )}
      {groups.data !== undefined && !pages.isLoading && (
        <>
          <Tiles
            groups={groups.data.groups.filter(({ open }) => open > 0)}
            countMax={groups.data.countMax}
            chosen={type}
            onChoose={(chosen) => set({ type: chosen, id: null })}
          />
          <div className={classes['bar']}>
            <Whose value={whose} onChoose={(value) => set({ whose: value, id: null })} />
            <BulkBar selected={selected} onDone={() => setSelected(new Set())} retry={retry} />
          </div>
          <Work
            rows={rows}
            active={active}
            selected={selected}
            retryable={retryable}
            onActive={activate}
            onSelect={toggle}
            onRetry={retry.all}
            triage={triage}
            onMore={pages.hasMore ? pages.more : null}
          />
        </>
      )}
      {triage.asked !== null && (
        <AskDialog
          fix={triage.asked}
          onAnswer={triage.answer}
          onClose={() => triage.answer(null)}
        />
      )}
      <RetryDialog retry={retry} known={rows} />
    </Page>
  );
}

interface WorkProps extends Omit<QueueProps, 'active'> {
  readonly active: Exception | undefined;
  readonly triage: Triage;
  /** Null: there are no more. */
  readonly onMore: (() => void) | null;
}

function Work({ active, triage, onMore, ...queue }: WorkProps) {
  const say = useSay(exceptionMessages);
  if (active === undefined && queue.rows.length === 0)
    return <EmptyState title={say('nothing')}>{say('nothingHint')}</EmptyState>;
  return (
    <div className={classes['work']}>
      <div>
        <Queue {...queue} active={active?.id ?? null} />
        {onMore !== null && (
          <Button variant="default" onClick={onMore}>
            {say('more')}
          </Button>
        )}
      </div>
      {active !== undefined && <Detail exception={active} acts={triage.acts} onFix={triage.fix} />}
    </div>
  );
}

function useGroups() {
  const { api } = useSession();
  return useQuery({
    queryKey: ['exceptions', 'groups'],
    queryFn: ({ signal }) => api.groupExceptions({ all: true }, { signal }),
    refetchInterval: usePollMs(),
  });
}

/** Types that the server can try again for this user. */
function useRetryable(groups: readonly ExceptionGroup[] = []): ReadonlySet<string> {
  const { can } = useSession();
  const may = ({ retry }: ExceptionGroup) =>
    retry !== null && can('exceptions:write') && can(RETRY_SCOPES[retry]);
  return new Set(groups.filter(may).map(({ type }) => type));
}

function useQueue(type: string | null, whose: string) {
  const { api } = useSession();
  const filter = {
    ...(type === null ? {} : { type: type as Type }),
    ...(whose === 'mine' ? { owner: 'me' } : whose === 'unowned' ? { owner: 'none' } : {}),
    ...(whose === 'snoozed' ? { status: 'snoozed' as const } : {}),
  };
  return usePages<Exception>(['exceptions', 'list', filter], (cursor, signal) =>
    api.listExceptions(
      { ...filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
      { signal },
    ),
  );
}

/** In the order in which the queue shows them: cause by cause. */
function inGroups(rows: readonly Exception[]): readonly Exception[] {
  return [...Map.groupBy(rows, ({ type }) => type).values()].flat();
}

interface Triage {
  readonly acts: ExceptionActs;
  /** A fix that asks for something. */
  readonly asked: Fix | null;
  fix(fix: Fix): void;
  answer(answers: readonly string[] | null): void;
}

function useTriage(
  rows: readonly Exception[],
  active: Exception | undefined,
  onActive: (id: string | null) => void,
): Triage {
  const say = useSay(exceptionMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Fix | null>(null);
  const place = rows.findIndex(({ id }) => id === active?.id);
  const go = (to: Exception | undefined): void => {
    onActive(to?.id ?? null);
    if (to !== undefined) document.getElementById(`row-${to.id}`)?.focus();
  };
  const acts = useExceptionActs((gone) => {
    const from = rows.findIndex(({ id }) => id === gone.id);
    go(rows[from + 1] ?? rows[from - 1]);
  });
  const fix = (one: Fix): void => {
    if (active === undefined) return;
    const page = pageOfFix(one);
    if (page !== undefined) void navigate(page);
    else if (one.asks.length > 0) setAsked(one);
    else acts.fix(active, one, []);
  };
  const first = active?.fixes.find(({ operation }) => operation !== null);
  const onIt = (does: string, keys: string, run: (exception: Exception) => void) => ({
    keys,
    does,
    run: () => active !== undefined && run(active),
  });
  const order = active?.about.order ?? null;
  useKeys([
    { keys: 'j', does: say('next'), run: () => go(rows[place + 1] ?? rows[0]) },
    { keys: 'k', does: say('previous'), run: () => go(rows[place - 1] ?? rows[0]) },
    ...(order === null
      ? []
      : [
          {
            keys: 'o',
            does: say('open', { number: order.number }),
            run: () => void navigate(`/orders/${order.number}`),
          },
        ]),
    ...(can('exceptions:write') && active?.status !== 'closed'
      ? [
          { keys: 'e', does: say('fix'), run: () => first !== undefined && fix(first) },
          onIt(say('takeIt'), 'a', acts.take),
          onIt(say('snooze'), 's', (one) => acts.snooze(one, snoozedUntil('hour', new Date()))),
          onIt(say('resolve'), 'd', (one) => acts.close(one, 'resolved')),
          onIt(say('dismiss'), 'x', (one) => acts.close(one, 'dismissed')),
        ]
      : []),
  ]);
  return {
    acts,
    asked,
    fix,
    answer(answers) {
      if (answers !== null && asked !== null && active !== undefined)
        acts.fix(active, asked, answers);
      setAsked(null);
    },
  };
}

interface WhoseProps {
  readonly value: string;
  readonly onChoose: (value: string | null) => void;
}

function Whose({ value, onChoose }: WhoseProps) {
  const say = useSay(exceptionMessages);
  return (
    <SegmentedControl
      aria-label={say('whose')}
      size="xs"
      data={(['all', 'mine', 'unowned', 'snoozed'] as const).map((name) => ({
        value: name,
        label: say(name),
      }))}
      value={value}
      onChange={(name) => onChoose(name === 'all' ? null : name)}
    />
  );
}

function useUrl() {
  const [parameters, setParameters] = useSearchParams();
  const set = (changes: Readonly<Record<string, string | null>>): void =>
    setParameters(
      (before) => {
        for (const [name, value] of Object.entries(changes))
          if (value === null) before.delete(name);
          else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return [parameters, set] as const;
}

function without(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...all].filter((id) => id !== one));
}
