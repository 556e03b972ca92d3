// The result as tables for people.

import type { Measurement } from '../rig/measurement.ts';
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
  const machine = Object.entries(result.machine).map(([name, value]) => `${name} ${value}`);
  return [
    machine.join(' · '),
    `${result.rounds} rounds of ${result.secondsEach} s each, medians; CPU in ms per order`,
    ...result.scenarios.map(scenarioTable),
    ...result.stores.map(storesTable),
    `${result.ordersChecked} orders acknowledged over HTTP, all in the database, nothing oversold`,
  ].join('\n\n');
}

function scenarioTable(scenario: ScenarioResult): string {
  const rows = (Object.entries(FIGURES) as [Figure, string][]).flatMap(([figure, label]) => {
    const found = scenario.figures[figure];
    return found === undefined ? [] : [rowOf(label, found)];
  });
  const { formula, toFormula, toFunction, toTransaction } = scenario;
  return [
    `### ${scenario.name}`,
    '',
    table([HEAD, ...rows]),
    '',
    `1/(1/H + 1/D) = ${formula.toFixed(0)} orders/s; Doorstep at 256 connections is ` +
      `${toFormula.toFixed(2)} of it, ${toFunction.toFixed(1)} × c, ${toTransaction.toFixed(1)} × d`,
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

function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `| ${cells.join(' | ')} |`;
  });
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [lines[0], `| ${rule.join(' | ')} |`, ...lines.slice(1)].join('\n');
}
