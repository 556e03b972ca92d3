// Whose days these are, and how far behind the shop the numbers are; who may, sets the days.

import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useLanguage } from '../language/language.tsx';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { reportMessages } from './messages.ts';
import classes from './reports.module.css';
import type { Flow } from './use-flow.ts';

export function ZoneNote({ report }: { readonly report: Flow }) {
  const say = useSay(reportMessages);
  const formats = useFormats();
  const { can } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const { timeZone, asOf } = report;
  return (
    <footer className={classes['note']}>
      <span>
        {say('daysOf')} <span translate="no">{timeZone}</span>
      </span>
      {asOf.behind > 0 && (
        <span role="status">{say('behind', { count: formats.number(asOf.behind) })}</span>
      )}
      {can('access:write') && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setIsOpen(true)}>
          {say('changeZone')}
        </Button>
      )}
      {isOpen && <ZoneDialog now={timeZone} onClose={() => setIsOpen(false)} />}
    </footer>
  );
}

function ZoneDialog({ now, onClose }: { readonly now: string; readonly onClose: () => void }) {
  const say = useSay(reportMessages);
  const { api } = useSession();
  const { timeZone: own } = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const [zone, setZone] = useState(now === 'UTC' ? own : now);
  const set = useMutation({
    mutationFn: () => api.setReportZone({ timeZone: zone }),
    onSuccess() {
      void client.invalidateQueries({ queryKey: ['reports'] });
      onClose();
    },
    onError: toast.failed,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('changeZone')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate();
        }}
      >
        <TextInput
          data-autofocus
          label={say('zone')}
          description={say('zoneHint')}
          value={zone}
          onChange={({ currentTarget }) => setZone(currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button type="submit" loading={set.isPending}>
            {say('set')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
