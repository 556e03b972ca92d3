// One gift card: what is on it, what happened to it; disabled and adjusted here as well.

import type { GiftCard } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { BackLink } from '../record/back-link.tsx';
import { Facts } from '../record/facts.tsx';
import { Figures } from '../record/figures.tsx';
import classes from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { useSession } from '../session/session.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { CardState } from './card-state.tsx';
import { giftCardMessages } from './messages.ts';
import { MovementsTable } from './movements-table.tsx';
import { valueMessages } from './value-messages.ts';

const AdjustDialog = lazyPart(async () => (await import('./adjust-dialog.tsx')).AdjustDialog);

const keyOf = (card: string) => ['gift-cards', card];

export function GiftCardScreen() {
  const say = useSay(giftCardMessages);
  const { api, can } = useSession();
  const { giftCard: id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: [...keyOf(id), 'card'],
    queryFn: ({ signal }) => api.getGiftCard({ giftCard: id }, { signal }),
    refetchInterval: usePollMs(),
  });
  useLiveRefresh(['gift-card.'], keyOf(id), id);
  const parent = <BackLink to="/gift-cards" label={say('title')} />;
  if (data === undefined)
    return (
      <Page title={say('title')} parent={parent}>
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  return (
    <Page
      title={say('one', { lastFour: data.lastFour })}
      parent={parent}
      actions={can('payments:write') && <CardActions card={data} />}
    >
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          <Balance card={data} />
        </div>
        <div className={classes['stack']}>
          <Details card={data} />
        </div>
      </div>
    </Page>
  );
}

function Balance({ card }: { readonly card: GiftCard }) {
  const say = useSay(giftCardMessages);
  const { api } = useSession();
  const formats = useFormats();
  const { id, currency } = card;
  const inWords = (amountMinor: number) => formats.money(amountMinor, currency);
  const figures = [
    { label: say('balance'), value: inWords(card.balanceMinor) },
    { label: say('promised'), value: inWords(card.heldMinor) },
    { label: say('available'), value: inWords(card.availableMinor) },
  ];
  return (
    <Section title={say('balance')} action={<CardState card={card} />}>
      <Figures figures={figures} testId="balance" />
      <MovementsTable
        queryKey={[...keyOf(id), 'movements']}
        currency={currency}
        load={(cursor, signal) =>
          api.listGiftCardMovements(
            { giftCard: id, ...(cursor === undefined ? {} : { cursor }) },
            { signal },
          )
        }
      />
    </Section>
  );
}

function Details({ card }: { readonly card: GiftCard }) {
  const say = useSay(giftCardMessages);
  const formats = useFormats();
  const { expiresAt, issuedAt, order, customer, lastFour } = card;
  return (
    <Section title={say('details')}>
      <Facts
        facts={[
          { label: say('code'), value: `…${lastFour}`, isData: true },
          {
            label: say('expires'),
            value: expiresAt === null ? say('forGood') : formats.day(expiresAt),
          },
          { label: say('issued'), value: formats.day(issuedAt) },
          {
            label: say('soldWith'),
            value: order && <Link to={`/orders/${order}`}>{say('openOrder')}</Link>,
          },
          {
            label: say('whose'),
            value: customer && <Link to={`/customers/${customer}`}>{say('openCustomer')}</Link>,
          },
        ]}
      />
    </Section>
  );
}

function CardActions({ card }: { readonly card: GiftCard }) {
  const say = useSay(giftCardMessages);
  const sayValue = useSay(valueMessages);
  const { api } = useSession();
  const client = useQueryClient();
  const [isAdjusting, setAdjusting] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(card.id) });
  const isDisabled = card.disabledAt !== null;
  const turn = useTurn(card, refresh);
  return (
    <>
      <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate(!isDisabled)}>
        {say(isDisabled ? 'enable' : 'disable')}
      </Button>
      <Button onClick={() => setAdjusting(true)}>{say('adjust')}</Button>
      <Suspense>
        {isAdjusting && (
          <AdjustDialog
            title={sayValue('adjustTitle')}
            available={new Map([[card.currency, card.availableMinor]])}
            fixedCurrency={card.currency}
            currency={card.currency}
            hasEnd={false}
            adjust={({ currency: _currency, expiresAt: _end, ...adjustment }) =>
              api.adjustGiftCard({ giftCard: card.id, ...adjustment })
            }
            onDone={() => void refresh()}
            onClose={() => setAdjusting(false)}
          />
        )}
      </Suspense>
    </>
  );
}

/** Disables a card or enables it, with a way back: it is one click. */
function useTurn(card: GiftCard, refresh: () => Promise<unknown>) {
  const say = useSay(giftCardMessages);
  const { api } = useSession();
  const toast = useToast();
  const turn = (disabled: boolean) => api.changeGiftCard({ giftCard: card.id, disabled });
  return useMutation({
    mutationFn: turn,
    onSuccess(_answer, disabled) {
      void refresh();
      toast.done(say(disabled ? 'disabledDone' : 'enabledDone'), () => {
        void turn(!disabled).then(refresh, toast.failed);
      });
    },
    onError: toast.failed,
  });
}
