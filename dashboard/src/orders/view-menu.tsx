// What can be done with a view: save, rename, share, start with it, delete.

import type { ChangeOrderViewInput, CreateOrderViewAnswer as OrderView } from '@doorstep/sdk';
import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
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

type Naming = 'save' | 'rename' | null;

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
          title={say(naming === 'save' ? 'saveAs' : 'rename')}
          name={naming === 'rename' ? (current?.name ?? '') : ''}
          onClose={() => setNaming(null)}
          onName={(name) => (naming === 'save' ? acts.create(name) : acts.change({ name }))}
        />
      )}
    </>
  );
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
    create: (name: string) =>
      act.mutate(async () => {
        const made = await api.createOrderView({ name, ...shown });
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
          maxLength={60}
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
