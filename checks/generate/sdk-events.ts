// sdk/src/generated/events.ts, from the table of events in the contract.
import { EVENTS } from '../../contract/events.ts';
import { LogEventShape } from '../../contract/log.ts';
import { ID_PREFIXES } from '../../core/ids.ts';
import { NAMED_ELSEWHERE } from './sdk-schemas.ts';
import {
  documented,
  formatted,
  GENERATED,
  importOf,
  membersOf,
  type Schema,
  sdkSchemas,
  typeOf,
} from './sdk-types.ts';

export function sdkEvents(): string {
  const { schemas, refer } = sdkSchemas();
  const data = Object.entries(EVENTS).map(([type, kind]) => {
    const words = `${kind.summary}. Its subject is \`${ID_PREFIXES[kind.subject]}_…\`.`;
    return `${documented(words)}readonly ${JSON.stringify(type)}: ${typeOf(refer(kind.data))};`;
  });
  const body = `/** What an event of each type carries. */
export interface EventData {
${data.join('\n')}
}

/** Types known to this version of the SDK; a newer server may send others, so pass them by. */
export type EventType = keyof EventData;

/** An event of one type. */
export interface LogEventOf<Type extends EventType> {
  ${envelope()}
  readonly data: EventData[Type];
}

/** An event of the log; its \`type\` tells what its \`data\` is. */
export type LogEvent = { readonly [Type in EventType]: LogEventOf<Type> }[EventType];
`;
  const names = Object.keys(schemas).filter((name) => name !== NAMED_ELSEWHERE);
  const imports = importOf(body, names, './schemas.ts');
  const text = `${GENERATED}\n// The events of the log and what they carry.\n\n${imports}\n${body}`;
  return formatted('sdk/src/generated/events.ts', text);
}

/** What every event has, its type bound to its data. */
function envelope(): string {
  const schema = JSON.parse(JSON.stringify(LogEventShape)) as Schema;
  const { data: _, ...properties } = schema.properties ?? {};
  return membersOf({ ...schema, properties }).replace(
    'readonly type: string',
    'readonly type: Type',
  );
}
