// The result as tables for people.

import { machineLine } from '../rig/machine.ts';
import type { Measurement } from '../rig/measurement.ts';
import { table } from '../rig/table.ts';
import type { CommitRates } from './commits.ts';
import {
  type CaptureResult,
  cpuOf,
  FIGURES,
  type Figure,
  type ScenarioResult,
  type StoresResult,
} from './result.ts';

const HEAD = ['', 'orders/s', 'p50 ms', 'p99 ms', 'process', 'PostgreSQL', 'both', 'whole'];

export function reportOf(result: CaptureResult): string {
  return [
    machineLine(result.machine),
    `${result.rounds} rounds of ${result.secondsEach} s each, medians; CPU in ms per order`,
    commitsTable(result.commits),
    ...result.scenarios.map(scenarioTable),
    ...result.stores.map(storesTable),
    `${result.ordersChecked} orders acknowledged over HTTP, all in the database, nothing oversold`,
  ].join('\n\n');
}

function commitsTable(commits: CommitRates): string {
  const rows = (['one', 'many', 'batch'] as const).map((kind) => {
    const { connections, rowsEach, commitsPerSecond, p50Ms, p99Ms } = commits[kind];
    return [
      `${connections} ${connections === 1 ? 'connection' : 'connections'}, ` +
        `${rowsEach} ${rowsEach === 1 ? 'row' : 'rows'} each`,
      commitsPerSecond.toFixed(0),
      (commitsPerSecond * rowsEach).toFixed(0),
      p50Ms.toFixed(2),
      p99Ms.toFixed(2),
    ];
  });
  const head = ['', 'commits/s', 'rows/s', 'p50 ms', 'p99 ms'];
  return ['### the machine: bare durable commits', '', table([head, ...rows])].join('\n');
}

function scenarioTable(scenario: ScenarioResult): string {
  const rows = (Object.entries(FIGURES) as [Figure, string][]).flatMap(([figure, label]) => {
    const found = scenario.figures[figure];
    return found === undefined ? [] : [rowOf(label, found)];
  });
  const { formula, toFormula, toFunction, toTransaction, toUnits, bulkToBatched } = scenario;
  return [
    `### ${scenario.name}`,
    '',
    table([HEAD, ...rows]),
    '',
    `1/(1/H + 1/D) = ${formula.toFixed(0)} orders/s; Doorstep at 256 connections is ` +
      `${toFormula.toFixed(2)} of it, ${toFunction.toFixed(1)} × c, ${toTransaction.toFixed(1)} × d` +
      (toUnits === undefined ? '' : `, ${toUnits.toFixed(1)} × u`),
    ...(bulkToBatched === undefined ? [] : [`Bulk is ${bulkToBatched.toFixed(2)} of D`]),
    `Orders at 256 connections are ${scenario.toCommits.toFixed(2)} × bare commits at 32, ` +
      `those at 1 connection ${scenario.aloneToCommits.toFixed(2)} × bare commits at 1`,
  ].join('\n');
}

function storesTable(stores: StoresResult): string {
  return [
    `### a thousand stores: ${stores.name}`,
    '',
    table([
      HEAD,
      rowOf(`${stores.fewStores} locations have it`, stores.few),
      rowOf(`${stores.manyStores} locations have it`, stores.many),
    ]),
    '',
    `CPU per order with ${stores.manyStores} locations is ` +
      `${stores.cpuRatio.toFixed(2)} × that with ${stores.fewStores}`,
  ].join('\n');
}

function rowOf(label: string, one: Measurement): string[] {
  return [
    label,
    one.ordersPerSecond.toFixed(0),
    one.p50Ms.toFixed(1),
    one.p99Ms.toFixed(1),
    ...[one.serverCpuMs, one.postgresCpuMs, cpuOf(one), one.wholeCpuMs].map((ms) => ms.toFixed(3)),
  ];
}
