import type { GetOrderTimelineInput } from '@doorstep/sdk';
import { messages } from '../language/messages.ts';

type TimelineKind = NonNullable<GetOrderTimelineInput['kind']>;

export const timelineMessages = messages({
  kind: { en: 'Kind', de: 'Art' },
  everything: { en: 'Everything', de: 'Alles' },
  order: { en: 'Order', de: 'Auftrag' },
  stock: { en: 'Stock', de: 'Bestand' },
  holds: { en: 'Holds', de: 'Halte' },
  notes: { en: 'Notes and tags', de: 'Notizen und Schlagworte' },
  money: { en: 'Money', de: 'Geld' },
  fulfillment: { en: 'Fulfillment', de: 'Versand' },
  returns: { en: 'Returns', de: 'Retouren' },
  newest: { en: 'Newest first', de: 'Neueste zuerst' },
  oldest: { en: 'Oldest first', de: 'Älteste zuerst' },
  more: { en: 'Show more', de: 'Mehr zeigen' },
  event: { en: 'Event', de: 'Ereignis' },
  copy: { en: 'Copy', de: 'Kopieren' },
  copied: { en: 'Copied', de: 'Kopiert' },
  rawOrder: { en: 'The order, as the API answers it', de: 'Der Auftrag, wie ihn die API liefert' },
  rawEvents: { en: 'Its events, oldest first', de: 'Seine Ereignisse, älteste zuerst' },
});

export const TIMELINE_KINDS: readonly TimelineKind[] = [
  'order',
  'stock',
  'holds',
  'notes',
  'money',
  'fulfillment',
  'returns',
];

export function isTimelineKind(text: string): text is TimelineKind {
  return TIMELINE_KINDS.some((kind) => kind === text);
}
