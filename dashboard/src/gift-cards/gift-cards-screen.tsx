// Gift cards: a list of any length, found by the end of the code, by state, by customer.

import type { GiftCard } from '@doorstep/sdk';
import { Button, NativeSelect } from '@mantine/core';
import { Suspense, useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { ListSearch } from '../record/list-search.tsx';
import classes from '../record/record.module.css';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { type Column, useTableLayout } from '../table/columns.ts';
import { usePages } from '../table/use-pages.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import { CardState, STATES, type State } from './card-state.tsx';
import { giftCardMessages } from './messages.ts';

const IssueDialog = lazyPart(async () => (await import('./issue-dialog.tsx')).IssueDialog);

const PAGE = 100;

export function GiftCardsScreen() {
  const say = useSay(giftCardMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const filter = useCardFilter();
  const columns = useCardColumns();
  const [layout, setLayout] = useTableLayout('gift-cards', columns);
  const pages = useGiftCards(filter);
  const open = (id: string): void => void navigate(`/gift-cards/${id}`);
  const issue = (): void => filter.set('dialog', 'issue');
  const mayIssue = can('payments:write');
  const label = say('issue');
  useCommands([{ id: 'issue-gift-card', label, scope: 'payments:write', keys: 'n', run: issue }]);
  useKeys(mayIssue ? [{ keys: 'n', does: label, run: issue }] : []);
  const issueButton = mayIssue && <Button onClick={issue}>{label}</Button>;
  return (
    <Page title={say('title')} fill actions={issueButton}>
      <ListSearch
        value={filter.search}
        label={say('search')}
        onSearch={(text) => filter.set('search', text)}
      >
        <StateFilter filter={filter} />
      </ListSearch>
      <VirtualTable
        label={say('title')}
        columns={columns}
        layout={layout}
        onLayout={setLayout}
        pages={pages}
        rowId={(one) => one.id}
        rowName={(one) => say('one', { lastFour: one.lastFour })}
        onOpen={({ id }) => open(id)}
        restoreKey={`gift-cards ${filter.search} ${filter.state}`}
        card={(one) => <PhoneCard card={one} />}
        empty={
          filter.isAny ? (
            <EmptyState title={say('none')} actions={issueButton}>
              {say('noneHint')}
            </EmptyState>
          ) : (
            <NoneFound onClear={filter.clear} />
          )
        }
      />
      <Suspense>
        {mayIssue && filter.dialog === 'issue' && (
          <IssueDialog customer={null} onClose={() => filter.set('dialog', '')} onOpen={open} />
        )}
      </Suspense>
    </Page>
  );
}

type CardFilter = ReturnType<typeof useCardFilter>;

/** It stands in the URL. */
function useCardFilter() {
  const [parameters, setParameters] = useSearchParams();
  const state = STATES.find((one) => one === parameters.get('state')) ?? null;
  const search = parameters.get('search') ?? '';
  const customer = parameters.get('customer');
  return {
    ...{ state, search, customer, dialog: parameters.get('dialog') },
    isAny: state === null && search === '' && customer === null,
    set(name: 'search' | 'state' | 'dialog', value: string): void {
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      );
    },
    clear: (): void => setParameters({}, { replace: true }),
  };
}

function useGiftCards({ search, state, customer }: CardFilter) {
  const { api } = useSession();
  // Codes are found by all of their last four characters, and by nothing else.
  const lastFour = search.replaceAll(/[^A-Za-z0-9]/g, '').slice(-4);
  const isWhole = lastFour.length === 4;
  return usePages<GiftCard>(
    ['gift-cards', 'list', isWhole ? lastFour : '', state, customer],
    (cursor, signal) =>
      api.listGiftCards(
        {
          limit: PAGE,
          ...(isWhole ? { lastFour } : {}),
          ...(state === null ? {} : { state }),
          ...(customer === null ? {} : { customer }),
          ...(cursor === undefined ? {} : { cursor }),
        },
        { signal },
      ),
  );
}

function StateFilter({ filter }: { readonly filter: CardFilter }) {
  const say = useSay(giftCardMessages);
  const any = { value: '', label: say('anyState') };
  return (
    <NativeSelect
      aria-label={say('state')}
      value={filter.state ?? ''}
      data={[any, ...STATES.map((value: State) => ({ value, label: say(value) }))]}
      onChange={(event) => filter.set('state', event.currentTarget.value)}
    />
  );
}

function NoneFound({ onClear }: { readonly onClear: () => void }) {
  const say = useSay(giftCardMessages);
  const button = (
    <Button variant="default" onClick={onClear}>
      {say('showAll')}
    </Button>
  );
  return (
    <EmptyState title={say('noneFound')} actions={button}>
      {say('noneFoundHint')}
    </EmptyState>
  );
}

function useCardColumns(): readonly Column<GiftCard>[] {
  const say = useSay(giftCardMessages);
  const formats = useFormats();
  return useMemo(
    () => [
      { id: 'card', title: say('card'), width: 120, cell: (one) => <CardLink card={one} /> },
      { id: 'state', title: say('state'), width: 140, cell: (one) => <CardState card={one} /> },
      {
        id: 'balance',
        title: say('balance'),
        width: 140,
        cell: (one) => formats.money(one.balanceMinor, one.currency),
      },
      {
        id: 'promised',
        title: say('promised'),
        width: 160,
        cell: (one) => (one.heldMinor === 0 ? '' : formats.money(one.heldMinor, one.currency)),
      },
      {
        id: 'expires',
        title: say('expires'),
        width: 140,
        cell: (one) => (one.expiresAt === null ? '' : formats.day(one.expiresAt)),
      },
      {
        id: 'issued',
        title: say('issued'),
        width: 140,
        cell: (one) => formats.day(one.issuedAt),
      },
    ],
    [say, formats],
  );
}

function CardLink({ card }: { readonly card: GiftCard }) {
  return (
    <Link to={`/gift-cards/${card.id}`} translate="no">
      …{card.lastFour}
    </Link>
  );
}

function PhoneCard({ card }: { readonly card: GiftCard }) {
  const formats = useFormats();
  return (
    <div className={classes['cardRow']}>
      <div>
        <CardLink card={card} />
        <div>
          <CardState card={card} />
        </div>
      </div>
      <span>{formats.money(card.balanceMinor, card.currency)}</span>
    </div>
  );
}
