// What each channel is told that it may sell of a SKU.

import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { Problem } from '../shell/problem.tsx';
import classes from './inventory.module.css';
import { inventoryMessages } from './messages.ts';

export function ChannelList({ sku }: { readonly sku: string }) {
  const say = useSay(inventoryMessages);
  const formats = useFormats();
  const { api } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['inventory', 'level', 'channels', sku],
    queryFn: ({ signal }) => api.getAvailability({ sku, maxAgeMs: 0 }, { signal }),
  });
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className={classes['soft']}>{say('publishedTo')}</p>
      <table className={classes['list']}>
        <tbody>
          {data?.items.map(({ channel, availableToSell, backorderRoom }) => (
            <tr key={channel}>
              <td translate="no">{channel}</td>
              <td className={classes['soft']}>
                {backorderRoom > 0 && say('backorders', { count: backorderRoom })}
              </td>
              <td data-end>{formats.number(availableToSell)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
