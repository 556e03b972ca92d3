// Where orders come from, on the wire.

import { Type } from 'typebox';
import { operation } from './operation.ts';
import {
  Code,
  closed,
  id,
  ListQuery,
  nullable,
  page,
  type Shape,
  Timestamp,
  text,
} from './schema.ts';

const StockPolicy = Type.Enum(['all-or-nothing', 'partial-with-backorder'], {
  description: 'What an order gets when stock is short, unless it says otherwise',
});
const SplitPolicy = Type.Enum(['allow', 'forbid'], {
  description: 'Whether an order may ship from several locations, unless it says otherwise',
});

const MINUTES_MAX = 100_000;
const PaymentTimeout = nullable(
  Type.Integer({
    minimum: 1,
    maximum: MINUTES_MAX,
    description: 'How long an unpaid order keeps its stock; null: until somebody cancels it',
  }),
);
const CaptureAt = Type.Enum(['shipment', 'authorization'], {
  description: 'When money is captured: with the goods, or as soon as it is authorized',
});
const ReleaseAfter = nullable(
  Type.Integer({
    minimum: 0,
    maximum: MINUTES_MAX,
    description: 'How long after capture an order is released to its locations; null: by hand',
  }),
);

export const ChannelSchema = Type.Object(
  {
    id: id('channel'),
    code: Code,
    name: Type.String(),
    active: Type.Boolean(),
    stockPolicy: StockPolicy,
    splitPolicy: SplitPolicy,
    paymentTimeoutMinutes: PaymentTimeout,
    captureAt: CaptureAt,
    releaseAfterMinutes: ReleaseAfter,
    createdAt: Timestamp,
    version: Type.Integer(),
  },
  { $id: 'Channel' },
);
export type ChannelAnswer = Shape<typeof ChannelSchema>;

const optional = {
  active: Type.Optional(Type.Boolean()),
  stockPolicy: Type.Optional(StockPolicy),
  splitPolicy: Type.Optional(SplitPolicy),
  paymentTimeoutMinutes: Type.Optional(PaymentTimeout),
  captureAt: Type.Optional(CaptureAt),
  releaseAfterMinutes: Type.Optional(ReleaseAfter),
};

const params = closed({
  channel: Type.String({ minLength: 1, maxLength: 100, description: 'The id or the code' }),
});

export const listChannels = operation({
  id: 'listChannels',
  method: 'GET',
  path: '/v1/channels',
  room: 'catalog',
  summary: 'List channels',
  scope: 'catalog:read',
  query: closed(ListQuery),
  status: 200,
  answer: page(ChannelSchema),
  refusals: [],
});

export const getChannel = operation({
  id: 'getChannel',
  method: 'GET',
  path: '/v1/channels/{channel}',
  room: 'catalog',
  summary: 'Get a channel by its id or code',
  scope: 'catalog:read',
  params,
  status: 200,
  answer: ChannelSchema,
  refusals: ['not-found'],
});

export const createChannel = operation({
  id: 'createChannel',
  method: 'POST',
  path: '/v1/channels',
  room: 'catalog',
  summary: 'Create a channel',
  description: 'Stock locations serve a channel only where they say so.',
  scope: 'catalog:write',
  body: closed({ code: Code, name: text(200), ...optional }),
  status: 201,
  answer: ChannelSchema,
  refusals: ['already-exists'],
});

export const changeChannel = operation({
  id: 'changeChannel',
  method: 'PATCH',
  path: '/v1/channels/{channel}',
  room: 'catalog',
  summary: 'Change a channel',
  scope: 'catalog:write',
  params,
  body: closed({
    code: Type.Optional(Code),
    name: Type.Optional(text(200)),
    ...optional,
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'The version you read' })),
  }),
  status: 200,
  answer: ChannelSchema,
  refusals: ['not-found', 'already-exists', 'version-conflict'],
});
