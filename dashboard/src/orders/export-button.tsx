// Saves exactly what is shown: the filters, the sort, and the columns from the left.

import type { ExportOrdersInput } from '@doorstep/sdk';
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { orderMessages } from './messages.ts';
import type { OrderQuery } from './order-query.ts';

const FORMATS = { csv: 'CSV', xlsx: 'Excel', ndjson: 'NDJSON' } as const;
type Format = keyof typeof FORMATS;

export interface ExportButtonProps {
  readonly query: OrderQuery;
  readonly columns: readonly string[];
}

export function ExportButton({ query, columns }: ExportButtonProps) {
  const say = useSay(orderMessages);
  const { api } = useSession();
  const toast = useToast();
  const save = useMutation({
    mutationFn: async (format: Format) => {
      const input = { ...query.filters, sort: query.sort, format } as ExportOrdersInput;
      // The outermost fields of NDJSON are others: it has orders whole.
      const shown = format === 'ndjson' ? {} : { columns: columns.join(',') };
      const answer = await api.exportOrders({ ...input, ...shown });
      saveFile(await answer.blob(), `orders.${format}`);
    },
    onSuccess: () => toast.done(say('exported')),
    onError: (error) => toast.failed(error),
  });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} loading={save.isPending}>
          {say('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(FORMATS).map(([format, name]) => (
          <Menu.Item key={format} onClick={() => save.mutate(format as Format)}>
            <span translate="no">{name}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
