// How long what is kept: what a rule would erase before it is on, and what the runs erased.

import type { RetentionRule, RetentionRun } from '@doorstep/sdk';
import { Button, Group, NumberInput, Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';

/** A run begins by itself when a rule is on. */
const RUNS_SEEN_MS = 5000;

export function RetentionTab() {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['settings', 'retention'],
    queryFn: () => api.getRetention(),
    refetchInterval: RUNS_SEEN_MS,
  });
  return (
    <div className={classes['scroll']}>
      <div className={classes['intro']}>
        <p>{say('retentionHint')}</p>
      </div>
      <div className={classes['sheet']}>
        {data?.rules.map((rule) => (
          <RuleRow key={`${rule.kind} ${rule.version}`} rule={rule} />
        ))}
      </div>
      {data !== undefined && <Runs runs={data.runs} />}
    </div>
  );
}

const TYPING_MS = 300;

function RuleRow({ rule }: { readonly rule: RetentionRule }) {
  const say = useSay(settingsMessages);
  const { can } = useSession();
  const [typed, setTyped] = useState({ keepDays: rule.keepDays, on: rule.on });
  const save = useSaveRule(rule);
  const mayEdit = can('settings:write');
  const isChanged = typed.keepDays !== rule.keepDays || typed.on !== rule.on;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(typed);
  };
  return (
    <form className={classes['rule']} onSubmit={submit} data-testid="rule" data-kind={rule.kind}>
      <div>
        <strong>{say(`keep-${rule.kind}`)}</strong>
        <WouldErase kind={rule.kind} keepDays={typed.keepDays} />
      </div>
      <NumberInput
        label={say('days')}
        aria-label={say('daysOf', { what: say(`keep-${rule.kind}`) })}
        value={typed.keepDays}
        min={rule.keepDaysMin}
        max={rule.keepDaysMax}
        hideControls
        disabled={!mayEdit}
        onChange={(days) => setTyped({ ...typed, keepDays: Number(days) })}
      />
      <Switch
        label={say('on')}
        aria-label={say('onOf', { what: say(`keep-${rule.kind}`) })}
        checked={typed.on}
        disabled={!mayEdit}
        onChange={(event) => setTyped({ ...typed, on: event.currentTarget.checked })}
      />
      {mayEdit && (
        <Button type="submit" variant="default" disabled={!isChanged} loading={save.isPending}>
          {say('save')}
        </Button>
      )}
    </form>
  );
}

function WouldErase({ kind, keepDays }: Pick<RetentionRule, 'kind' | 'keepDays'>) {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const [asked] = useDebouncedValue(keepDays, TYPING_MS);
  const { data } = useQuery({
    queryKey: ['settings', 'retention', kind, asked],
    queryFn: () => api.previewRetention({ kind, keepDays: asked }),
    enabled: asked > 0,
  });
  return (
    <div className={classes['soft']} data-testid="would-erase">
      {data === undefined
        ? say('counting')
        : say(data.isMore ? 'wouldEraseMany' : 'wouldErase', { count: data.count })}
    </div>
  );
}

function useSaveRule({ kind, version }: RetentionRule) {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (typed: { keepDays: number; on: boolean }) =>
      api.changeRetention({ kind, ...typed, version }),
    onSuccess() {
      toast.done(say('saved'));
      void client.invalidateQueries({ queryKey: ['settings', 'retention'] });
    },
    onError: toast.failed,
  });
}

function Runs({ runs }: { readonly runs: readonly RetentionRun[] }) {
  const say = useSay(settingsMessages);
  const formats = useFormats();
  if (runs.length === 0) return <p className={classes['soft']}>{say('noRuns')}</p>;
  return (
    <div className={classes['matrixScroll']}>
      <table className={classes['changes']}>
        <thead>
          <tr>
            <th scope="col">{say('when')}</th>
            <th scope="col">{say('what')}</th>
            <th scope="col">{say('olderThan')}</th>
            <th scope="col">{say('erased')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={`${run.kind} ${run.startedAt}`} data-testid="run">
              <td>{formats.time(run.startedAt)}</td>
              <td>{say(`keep-${run.kind}`)}</td>
              <td>{formats.day(run.before)}</td>
              <td>
                <Group gap="xs">
                  {formats.number(run.erased)}
                  {run.finishedAt === null && say('running')}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
