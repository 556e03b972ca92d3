// The columns side by side; on a phone one at a time.

import type { GetFulfillmentBoardAnswer } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useNow } from '../home/use-now.ts';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Problem } from '../shell/problem.tsx';
import classes from './board.module.css';
import { BoardCard } from './board-card.tsx';
import { type Card, COLUMNS, type Column, isColumn, keyOf } from './cards.ts';
import { boardMessages } from './messages.ts';
import type { BoardCards } from './use-board-cards.ts';

export interface BoardColumnsProps {
  readonly counts: GetFulfillmentBoardAnswer | undefined;
  readonly cards: BoardCards;
  readonly isTouched: (card: Card) => boolean;
  /** The column that a phone shows. */
  readonly shown: string | null;
  readonly onShow: (column: Column) => void;
}

export function BoardColumns({ counts, cards, isTouched, shown, onShow }: BoardColumnsProps) {
  const say = useSay(boardMessages);
  const single = isColumn(shown) ? shown : 'open';
  return (
    <div className={classes['board']} data-single={single} data-testid="board">
      <nav className={classes['tabs']} aria-label={say('columns')}>
        {COLUMNS.map((column) => (
          <button
            key={column}
            type="button"
            aria-current={column === single || undefined}
            onClick={() => onShow(column)}
          >
            {say(column)} <Count column={column} counts={counts} />
          </button>
        ))}
      </nav>
      {COLUMNS.map((column) => (
        <section
          key={column}
          className={classes['column']}
          aria-label={say(column)}
          data-column={column}
          data-shown={column === single || undefined}
        >
          <header className={classes['columnHead']}>
            <h2>{say(column)}</h2>
            <Count column={column} counts={counts} />
            <Oldest column={column} counts={counts} />
          </header>
          <Cards column={column} cards={cards} isTouched={isTouched} />
        </section>
      ))}
    </div>
  );
}

interface CountProps {
  readonly column: Column;
  readonly counts: GetFulfillmentBoardAnswer | undefined;
}

function Count({ column, counts }: CountProps) {
  const say = useSay(boardMessages);
  const formats = useFormats();
  const count = counts?.columns.find((one) => one.column === column)?.count;
  if (counts === undefined || count === undefined)
    return <span className={classes['count']}>&nbsp;</span>;
  const text = formats.number(count);
  return (
    <span className={classes['count']} data-count={count} data-zero={count === 0 || undefined}>
      {counts.isExact ? text : <abbr title={say('atLeast', { count: text })}>{`${text}+`}</abbr>}
    </span>
  );
}

function Oldest({ column, counts }: CountProps) {
  const say = useSay(boardMessages);
  const formats = useFormats();
  const now = useNow();
  const oldestAt = counts?.columns.find((one) => one.column === column)?.oldestAt ?? null;
  if (oldestAt === null) return null;
  const age = formats.duration(Math.max(0, now.getTime() - Date.parse(oldestAt)));
  return <span className={classes['oldest']}>{say('oldest', { age })}</span>;
}

interface CardsProps {
  readonly column: Column;
  readonly cards: BoardCards;
  readonly isTouched: (card: Card) => boolean;
}

function Cards({ column, cards, isTouched }: CardsProps) {
  const say = useSay(boardMessages);
  const { cards: shown, isLoading, error, hasMore, more } = cards.columns[column];
  if (error !== null && shown.length === 0) return <Problem error={error} />;
  if (isLoading)
    return (
      <ul className={classes['cards']} aria-busy>
        {[0, 1, 2].map((place) => (
          <li key={place} className={classes['skeleton']} aria-hidden />
        ))}
      </ul>
    );
  if (shown.length === 0) return <p className={classes['none']}>{say('none')}</p>;
  return (
    <ul className={classes['cards']}>
      {shown.map((card) => (
        <BoardCard
          key={keyOf(card)}
          card={card}
          isActive={cards.active === keyOf(card)}
          isChosen={cards.isChosen(card)}
          isTouched={isTouched(card)}
          onOpen={() => cards.open(card)}
          onChoose={() => cards.choose(card)}
        />
      ))}
      {hasMore && (
        <li>
          <Button fullWidth size="compact-sm" variant="default" onClick={more}>
            {say('more')}
          </Button>
        </li>
      )}
    </ul>
  );
}
