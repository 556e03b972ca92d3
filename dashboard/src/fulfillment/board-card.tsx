// A card: whose order, what is in it, how long it waits and when it has to be out.

import { useNow } from '../home/use-now.ts';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { StatusBadge } from '../orders/status-badge.tsx';
import classes from './board.module.css';
import { type Card, keyOf, openUnits } from './cards.ts';
import { boardMessages } from './messages.ts';

export interface BoardCardProps {
  readonly card: Card;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** Something happened to it since it was read. */
  readonly isTouched: boolean;
  readonly onOpen: () => void;
  readonly onChoose: () => void;
}

export function BoardCard(props: BoardCardProps) {
  const { card, isActive, isChosen, isTouched, onOpen, onChoose } = props;
  const say = useSay(boardMessages);
  const place = [card.name, card.city, card.country].filter((part) => part !== null).join(', ');
  return (
    <li
      className={classes['card']}
      data-active={isActive || undefined}
      data-touched={isTouched || undefined}
      data-testid="card"
      data-work={card.fulfillmentOrder}
    >
      <input
        type="checkbox"
        aria-label={say('select', { number: card.orderNumber })}
        checked={isChosen}
        onChange={onChoose}
      />
      <button
        type="button"
        id={`card-${keyOf(card)}`}
        className={classes['open']}
        aria-current={isActive || undefined}
        aria-label={say('openCard', { number: card.orderNumber })}
        onClick={onOpen}
      >
        <span className={classes['cardTop']}>
          <strong translate="no">{card.orderNumber}</strong>
          <Due card={card} />
        </span>
        {place !== '' && (
          <span className={classes['soft']} translate="no">
            {place}
          </span>
        )}
        <Contents card={card} />
        <Progress card={card} />
        {isTouched && <span className={classes['touched']}>{say('touched')}</span>}
      </button>
    </li>
  );
}

function Due({ card }: { readonly card: Card }) {
  const say = useSay(boardMessages);
  const formats = useFormats();
  const now = useNow();
  const leftAt = card.column === 'shipped' ? card.parcels[0]?.shippedAt : null;
  if (leftAt != null)
    return (
      <time dateTime={leftAt} title={formats.fullTime(leftAt)} className={classes['soft']}>
        {say('left', { when: formats.hour(leftAt) })}
      </time>
    );
  const { shipBy, releasedAt } = card;
  if (shipBy === null)
    return (
      <span className={classes['soft']}>
        {say('waits', { age: formats.duration(now.getTime() - Date.parse(releasedAt)) })}
      </span>
    );
  const tone = card.column === 'late' ? 'late' : isSoon(shipBy, now) ? 'soon' : undefined;
  return (
    <time
      dateTime={shipBy}
      title={formats.fullTime(shipBy)}
      className={classes['due']}
      data-tone={tone}
    >
      {say('due', { when: formats.relative(shipBy, now) })}
    </time>
  );
}

const SOON_MS = 2 * 3_600_000;

function isSoon(at: string, now: Date): boolean {
  return Date.parse(at) - now.getTime() < SOON_MS;
}

function Contents({ card }: { readonly card: Card }) {
  const say = useSay(boardMessages);
  const rest = card.lines - card.firstLines.length;
  return (
    <span className={classes['lines']} translate="no">
      {card.firstLines.map(({ line, sku, title, quantity }) => (
        <span key={line} title={title}>
          {quantity} × {sku}
        </span>
      ))}
      {rest > 0 && <span>{say('moreLines', { count: rest })}</span>}
    </span>
  );
}

function Progress({ card }: { readonly card: Card }) {
  const say = useSay(boardMessages);
  const formats = useFormats();
  const now = useNow();
  const { column, releasedAt, picked, packed, parcels, shipping } = card;
  const all = openUnits(card);
  const [box] = parcels;
  const carrier = [box?.carrier, box?.service].filter((part) => part != null).join(' ');
  return (
    <span className={classes['foot']}>
      {column === 'late' && <StatusBadge status={card.status} />}
      {(column === 'picking' || column === 'late') && picked + packed > 0 && (
        <span>{say('picked', { picked: picked + packed, all })}</span>
      )}
      {column === 'packed' && <span>{say('boxes', { count: parcels.length })}</span>}
      {carrier !== '' && <span translate="no">{carrier}</span>}
      {carrier === '' && shipping !== null && <span translate="no">{shipping}</span>}
      {column === 'shipped' && box?.trackingNumber != null && (
        <span translate="no">{box.trackingNumber}</span>
      )}
      {column !== 'shipped' && (
        <span>
          {say('waits', { age: formats.duration(now.getTime() - Date.parse(releasedAt)) })}
        </span>
      )}
    </span>
  );
}
