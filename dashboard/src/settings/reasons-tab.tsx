// The reasons of the shop: a list for each kind of deed, in its order, with its names.

import { REASON_KINDS, type ReasonKind } from '@doorstep/core/settings/reason.ts';
import { Button, Group, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { codeOf } from './code-of.ts';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';
import { useReasonName, useSettings } from './use-reasons.ts';

export function ReasonsTab() {
  const say = useSay(settingsMessages);
  const { data } = useSettings();
  const [parameters, setParameters] = useSearchParams();
  const kind = REASON_KINDS.find((one) => one === parameters.get('kind')) ?? 'cancellation';
  const list = data?.reasons[kind];
  return (
    <div className={classes['scroll']}>
      <div className={classes['intro']}>
        <p>{say('reasonsHint')}</p>
        <NativeSelect
          aria-label={say('reasonsOf')}
          value={kind}
          onChange={(event) => setParameters({ tab: 'reasons', kind: event.currentTarget.value })}
          data={REASON_KINDS.map((one) => ({ value: one, label: say(`of-${one}`) }))}
        />
      </div>
      {list !== undefined && (
        <ReasonList
          key={`${kind} ${list.version}`}
          kind={kind}
          before={list.items}
          version={list.version}
        />
      )}
    </div>
  );
}

interface Row {
  readonly code: string;
  readonly name: string | null;
  readonly retired: boolean;
}

interface ReasonListProps {
  readonly kind: ReasonKind;
  readonly before: readonly Row[];
  readonly version: number;
}

function ReasonList({ kind, before, version }: ReasonListProps) {
  const say = useSay(settingsMessages);
  const { can } = useSession();
  const [rows, setRows] = useState(before);
  const save = useSaveReasons(kind, version);
  const mayEdit = can('settings:write');
  const change = (place: number, part: Partial<Row>): void =>
    setRows(rows.map((row, at) => (at === place ? { ...row, ...part } : row)));
  const move = (place: number, by: number): void => setRows(movedBy(rows, place, by));
  return (
    <div className={classes['sheet']}>
      <ol className={classes['rows']}>
        {rows.map((row, place) => (
          <ReasonRow
            key={row.code}
            kind={kind}
            row={row}
            isFirst={place === 0}
            isLast={place === rows.length - 1}
            onChange={mayEdit ? (part) => change(place, part) : undefined}
            onMove={(by) => move(place, by)}
          />
        ))}
      </ol>
      {mayEdit && (
        <>
          <NewReason
            onAdd={(name) => {
              const code = codeOf(name);
              if (rows.every((row) => row.code !== code))
                setRows([...rows, { code, name, retired: false }]);
            }}
          />
          <Group justify="flex-end" mt="md">
            <Button
              loading={save.isPending}
              disabled={rows === before}
              onClick={() => save.mutate(rows.map(withUsualName))}
            >
              {say('save')}
            </Button>
          </Group>
        </>
      )}
    </div>
  );
}

interface ReasonRowProps {
  readonly kind: ReasonKind;
  readonly row: Row;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: ((part: Partial<Row>) => void) | undefined;
  readonly onMove: (by: number) => void;
}

function ReasonRow({ kind, row, isFirst, isLast, onChange, onMove }: ReasonRowProps) {
  const say = useSay(settingsMessages);
  const nameFor = useReasonName(kind);
  const name = nameFor(row);
  return (
    <li className={classes['reason']} data-testid="reason" data-code={row.code}>
      <TextInput
        aria-label={say('nameOf', { code: row.code })}
        value={name}
        maxLength={100}
        disabled={onChange === undefined}
        onChange={(event) => onChange?.({ name: event.currentTarget.value })}
        translate="no"
      />
      <code translate="no" className={classes['soft']}>
        {row.code}
      </code>
      <Switch
        label={say('offered')}
        aria-label={say('offeredNamed', { name })}
        checked={!row.retired}
        disabled={onChange === undefined}
        onChange={(event) => onChange?.({ retired: !event.currentTarget.checked })}
      />
      {onChange !== undefined && (
        <Group gap={4} wrap="nowrap">
          <button
            type="button"
            className={classes['mover']}
            aria-label={say('moveUp', { name })}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} />
          </button>
          <button
            type="button"
            className={classes['mover']}
            aria-label={say('moveDown', { name })}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} />
          </button>
        </Group>
      )}
    </li>
  );
}

function NewReason({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const say = useSay(settingsMessages);
  const [name, setName] = useState('');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  return (
    <form className={classes['adding']} onSubmit={add}>
      <TextInput
        aria-label={say('newReason')}
        placeholder={say('newReason')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {say('add')}
      </Button>
    </form>
  );
}

/** One whose name was taken away is called as everybody calls it. */
function withUsualName(row: Row): Row {
  return row.name?.trim() === '' ? { ...row, name: null } : row;
}

function movedBy(rows: readonly Row[], place: number, by: number): readonly Row[] {
  const moving = rows[place];
  if (moving === undefined) return rows;
  const rest = rows.filter((_row, at) => at !== place);
  return [...rest.slice(0, place + by), moving, ...rest.slice(place + by)];
}

function useSaveReasons(kind: ReasonKind, version: number) {
  const say = useSay(settingsMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: readonly Row[]) => api.changeReasons({ kind, items: [...items], version }),
    onSuccess() {
      toast.done(say('saved'));
      void client.invalidateQueries({ queryKey: ['settings'] });
    },
    onError: toast.failed,
  });
}
