// Stock locations on the wire.

import { WEEKDAYS } from '@doorstep/core/locations/calendar.ts';
import { Type } from 'typebox';
import { operation } from './operation.ts';
import {
  Code,
  Coordinates,
  Country,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const Kind = Type.Enum(['warehouse', 'store', '3pl', 'drop-ship']);
const CutOff = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'HH:MM in the time zone of the location: until then an order is handled that day',
});
const Calendar = closed({
  open: Type.Array(Type.Enum([...WEEKDAYS]), { uniqueItems: true }),
  closed: Type.Array(Type.String({ format: 'date' }), {
    uniqueItems: true,
    maxItems: 1000,
    description: 'Days off, as YYYY-MM-DD',
  }),
});
const Units = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const TimeZone = Type.String({
  minLength: 1,
  maxLength: 60,
  description: 'IANA, e.g. Europe/Berlin',
});
const ServedChannel = closed({
  channel: Type.String({ minLength: 1, maxLength: 100, description: 'The code of the channel' }),
  bufferUnits: Type.Optional({
    ...Units,
    description: 'Units of every SKU that are kept back here from the channel',
  }),
  priority: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 100,
      description: '1, unless told: its locations are asked in this order, whatever they cost',
    }),
  ),
});

export const LocationSchema = Type.Object(
  {
    id: id('location'),
    number: Type.Integer({ description: 'Small and stable; routing decisions name it' }),
    code: Code,
    name: Type.String(),
    kind: Kind,
    address: Type.Object({
      street: nullable(Type.String()),
      city: nullable(Type.String()),
      region: nullable(Type.String()),
      postalCode: nullable(Type.String()),
      country: Country,
    }),
    coordinates: Coordinates,
    coordinatesFrom: Type.Enum(['given', 'postal-code', 'country']),
    timeZone: Type.String(),
    cutOff: nullable(CutOff),
    handlingDays: Type.Integer({
      description: 'Working days from the cut-off until an order leaves',
    }),
    calendar: Calendar,
    nextCutOffAt: nullable(Timestamp),
    capacityOrdersPerDay: nullable(Type.Integer()),
    handlingCostMinor: Type.Integer(),
    safetyStock: Type.Integer(),
    active: Type.Boolean(),
    channels: Type.Array(
      Type.Object({ channel: Code, bufferUnits: Type.Integer(), priority: Type.Integer() }),
    ),
    createdAt: Timestamp,
    version: Type.Integer(),
  },
  { $id: 'Location' },
);
export type LocationAnswer = Shape<typeof LocationSchema>;

const Address = closed({
  street: Type.Optional(nullable(text(300))),
  city: Type.Optional(nullable(text(200))),
  region: Type.Optional(nullable(text(200))),
  postalCode: Type.Optional(nullable(text(20))),
  country: Country,
});

const optional = {
  coordinates: Type.Optional({
    ...nullable(Coordinates),
    description: 'Without them: the middle of the postal area, else of the country',
  }),
  cutOff: Type.Optional(nullable(CutOff)),
  handlingDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 30 })),
  calendar: Type.Optional(Calendar),
  capacityOrdersPerDay: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 10_000_000 }))),
  handlingCostMinor: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 2_000_000_000,
      description: 'Of one order, in minor units of the tenant’s currency',
    }),
  ),
  safetyStock: Type.Optional(Units),
  active: Type.Optional(Type.Boolean()),
  channels: Type.Optional(Type.Array(ServedChannel, { maxItems: 200 })),
};

const params = closed({
  location: Type.String({ minLength: 1, maxLength: 100, description: 'The id or the code' }),
});
const fieldRefusals = ['place-unknown', 'time-zone-unknown', 'channel-unknown'] as const;

export const listLocations = operation({
  id: 'listLocations',
  method: 'GET',
  path: '/v1/locations',
  room: 'locations',
  summary: 'List stock locations',
  scope: 'locations:read',
  query: closed(ListQuery),
  status: 200,
  answer: page(LocationSchema),
  refusals: [],
});

export const getLocation = operation({
  id: 'getLocation',
  method: 'GET',
  path: '/v1/locations/{location}',
  room: 'locations',
  summary: 'Get a stock location by its id or code',
  scope: 'locations:read',
  params,
  status: 200,
  answer: LocationSchema,
  refusals: ['not-found'],
});

export const createLocation = operation({
  id: 'createLocation',
  method: 'POST',
  path: '/v1/locations',
  room: 'locations',
  summary: 'Create a stock location',
  description: 'It serves the channels named in `channels`, and no other.',
  scope: 'locations:write',
  body: closed({
    code: Code,
    name: text(200),
    kind: Kind,
    address: Address,
    timeZone: TimeZone,
    ...optional,
  }),
  status: 201,
  answer: LocationSchema,
  refusals: ['already-exists', ...fieldRefusals],
});

export const changeLocation = operation({
  id: 'changeLocation',
  method: 'PATCH',
  path: '/v1/locations/{location}',
  room: 'locations',
  summary: 'Change a stock location',
  description:
    'Fields left out stay as they are; `address`, `calendar` and `channels` are replaced whole. ' +
    'A new address moves coordinates that were not given; `coordinates: null` places it anew.',
  scope: 'locations:write',
  params,
  body: closed({
    code: Type.Optional(Code),
    name: Type.Optional(text(200)),
    kind: Type.Optional(Kind),
    address: Type.Optional(Address),
    timeZone: Type.Optional(TimeZone),
    ...optional,
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'The version you read' })),
  }),
  status: 200,
  answer: LocationSchema,
  refusals: ['not-found', 'already-exists', 'version-conflict', ...fieldRefusals],
});
