// The form in which an event leaves: CloudEvents 1.0.2, JSON format. Ids and facts as the log has
// them; who acted stays inside.

export interface SentEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly version: number;
  readonly position: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly data: unknown;
}

export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** The position in the tenant's log, in digits that sort as text: the "sequence" extension. */
  readonly sequence: string;
  /** When it was recorded: the "recordedtime" extension. */
  readonly recordedtime: string;
  /** 1, 2, 3 … of the subject, without a hole. */
  readonly subjectversion: number;
  readonly data: unknown;
}

export const CLOUD_EVENT_TYPE = 'application/cloudevents+json; charset=utf-8';

/** Enough for every safe integer. */
const SEQUENCE_DIGITS = 16;

/** @param tenant its log is the source: id and source together are unique */
export function cloudEventOf(event: SentEvent, tenant: string): CloudEvent {
  return {
    specversion: '1.0',
    id: event.id,
    source: `/tenants/${tenant}/events`,
    type: event.type,
    subject: event.subject,
    time: event.occurredAt,
    datacontenttype: 'application/json',
    sequence: String(event.position).padStart(SEQUENCE_DIGITS, '0'),
    recordedtime: event.recordedAt,
    subjectversion: event.version,
    data: event.data,
  };
}
