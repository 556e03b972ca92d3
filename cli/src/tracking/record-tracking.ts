// doorstep tracking record and import: what carriers say of parcels.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  recordTrackingEvents,
  type ToldEvent,
  type ToldOutcome,
} from '@doorstep/contract/shipping.ts';
import { TRACKING_STATUSES } from '@doorstep/core/shipping/tracking.ts';
import { type Command, Option } from 'commander';
import { answer } from '../answer.ts';
import { callApi } from '../api.ts';
import { CommandError } from '../command-error.ts';
import { readConnection } from '../config.ts';
import { earlierTime, type JsonOption, verb } from '../options.ts';
import { say, sayJson } from '../print.ts';
import { progress } from '../progress.ts';

/** What the server takes at once. */
const BATCH_MAX = 1000;

interface Options
  extends JsonOption,
    Pick<ToldEvent, 'carrier' | 'status' | 'description' | 'place'> {
  readonly at?: string;
}

export function trackingCommands(tracking: Command): void {
  verb(tracking, 'record <number>', 'record what a carrier said of a tracking number')
    .requiredOption('--carrier <name>', 'who said it')
    .addOption(
      new Option('--status <status>', 'what it said')
        .choices(TRACKING_STATUSES)
        .makeOptionMandatory(),
    )
    .option(
      '--at <time>',
      'when, e.g. 2h ago or 2026-11-23T09:30:00Z; now, if not said',
      earlierTime,
    )
    .option('--description <text>', 'in its words')
    .option('--place <text>', 'where')
    .action(async (trackingNumber: string, { json, at, ...rest }: Options) => {
      const occurredAt = at ?? new Date().toISOString();
      const body = { events: [{ ...rest, trackingNumber, occurredAt }] };
      await answer(recordTrackingEvents, { body }, { json }, ({ outcomes }) => {
        for (const one of outcomes) say(inWords(one));
      });
    });
  verb(
    tracking,
    'import <file>',
    'the same from a file, an event per line; - is what is piped in',
  ).action(async (file: string, { json }: JsonOption) => importEvents(file, { json }));
}

function inWords({ outcome, parcel }: ToldOutcome): string {
  if (outcome === 'unknown-parcel') return 'Kept: no parcel has this tracking number yet';
  return outcome === 'repeated' ? 'It was told before' : `Recorded for ${parcel}`;
}

async function importEvents(file: string, { json }: JsonOption): Promise<void> {
  const connection = await readConnection();
  const counts = { recorded: 0, repeated: 0, 'unknown-parcel': 0 };
  const shown = progress();
  for await (const events of batchesOf(file)) {
    const { outcomes } = await callApi(connection, recordTrackingEvents, { body: { events } });
    for (const { outcome } of outcomes) counts[outcome] += 1;
    shown.tell(`${counts.recorded + counts.repeated + counts['unknown-parcel']} events …`);
  }
  shown.end();
  if (json) return sayJson(counts);
  say(
    `${counts.recorded} recorded, ${counts.repeated} told before, ` +
      `${counts['unknown-parcel']} of parcels nobody knows`,
  );
}

async function* batchesOf(file: string): AsyncGenerator<ToldEvent[]> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let batch: ToldEvent[] = [];
  let row = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      row += 1;
      if (line.trim() === '') continue;
      batch.push(JSON.parse(line) as ToldEvent);
      if (batch.length < BATCH_MAX) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError({
      what: `${file} cannot be read${row === 0 ? '' : `, at line ${row}`}: ${(error as Error).message}.`,
      remedy: 'Each line is one event: {"carrier", "trackingNumber", "status", "occurredAt"}.',
      exitCode: 2,
    });
  }
  if (batch.length > 0) yield batch;
}
