// What can be done with a view: save, rename, share, start with it, delete.

import type { ChangeOrderViewInput, CreateOrderViewAnswer as OrderView } from '@doorstep/sdk';
import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { type Say, useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { viewMessages } from './messages.ts';
import { parametersOf } from './order-query.ts';

export type ShownView = Pick<OrderView, 'columns' | 'density' | 'sort'> & {
  readonly filters: NonNullable<ChangeOrderViewInput['filters']>;
};

export interface ViewMenuProps {
  readonly current: OrderView | null;
  /** What is shown now. */
  readonly shown: ShownView;
}

const NAME_MAX = 60;

type Naming = 'save' | 'duplicate' | 'rename' | null;

export function ViewMenu({ current, shown }: ViewMenuProps) {
  const say = useSay(viewMessages);
  const [naming, setNaming] = useState<Naming>(null);
  const acts = useViewActs(current, shown);
  const isOwn = current?.own === true;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} />}>
            {say('viewMenu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setNaming('save')}>{say('saveAs')}</Menu.Item>
          {current !== null && (
            <Menu.Item onClick={() => setNaming('duplicate')}>{say('duplicate')}</Menu.Item>
          )}
          {isOwn && (
            <>
              <Menu.Item onClick={() => acts.change(shown)}>{say('save')}</Menu.Item>
              <Menu.Item onClick={() => setNaming('rename')}>{say('rename')}</Menu.Item>
              <Menu.Item onClick={() => acts.change({ shared: !current.shared })}>
                {say(current.shared ? 'unshare' : 'share')}
              </Menu.Item>
            </>
          )}
          {current !== null && (
            <Menu.Item onClick={acts.toggleDefault}>
              {say(current.isDefault ? 'noDefault' : 'makeDefault')}
            </Menu.Item>
          )}
          {isOwn && (
            <Menu.Item color="red" onClick={acts.remove}>
              {say('delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== null && (
        <NameDialog
          title={say(naming === 'save' ? 'saveAs' : naming)}
          name={proposedName(naming, current, say)}
          onClose={() => setNaming(null)}
          onName={(name) => {
            if (naming === 'rename') acts.change({ name });
            else acts.create(name, naming === 'duplicate' ? current : null);
          }}
        />
      )}
    </>
  );
}

function proposedName(
  naming: Naming,
  current: OrderView | null,
  say: Say<keyof typeof viewMessages>,
): string {
  if (current === null || naming === 'save') return '';
  return naming === 'rename'
    ? current.name
    : say('copyOf', { name: current.name }).slice(0, NAME_MAX);
}

function useViewActs(current: OrderView | null, shown: ShownView) {
  const say = useSay(viewMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const navigate = useNavigate();
  const act = useMutation({
    mutationFn: (work: () => Promise<string>) => work(),
    onSuccess: (message) => {
      toast.done(message);
      void client.invalidateQueries({ queryKey: ['orders', 'views'] });
    },
    onError: (error) => toast.failed(error),
  });
  const view = current?.id ?? '';
  return {
    /** @param of the view to duplicate, as it was saved; null: what is shown now */
    create: (name: string, of: OrderView | null) =>
      act.mutate(async () => {
        const { filters, sort, columns, density } = of ?? shown;
        const made = await api.createOrderView({ name, filters, sort, columns, density });
        await client.invalidateQueries({ queryKey: ['orders', 'views'] });
        await navigate(`/orders?${parametersOf(made.filters, made.sort, made.id)}`);
        return say('saved');
      }),
    change: (change: Omit<ChangeOrderViewInput, 'view'>) =>
      act.mutate(async () => {
        await api.changeOrderView({ view, ...change, version: current?.version ?? 0 });
        return say('saved');
      }),
    toggleDefault: () =>
      act.mutate(async () => {
        await api.setDefaultOrderView({ view: current?.isDefault === true ? null : view });
        return say('saved');
      }),
    remove: () =>
      act.mutate(async () => {
        await api.deleteOrderView({ view });
        await navigate('/orders?view=all');
        return say('deleted');
      }),
  };
}

interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

function NameDialog({ title, name, onName, onClose }: NameDialogProps) {
  const say = useSay(viewMessages);
  const [text, setText] = useState(name);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onName(text.trim());
    onClose();
  };
  return (
    <Modal opened title={title} onClose={onClose} size="sm">
      <form onSubmit={save}>
        <TextInput
          label={say('name')}
          data-autofocus
          maxLength={NAME_MAX}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" mt="md">
          {say('saveName')}
        </Button>
      </form>
    </Modal>
  );
}
