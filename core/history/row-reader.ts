// Reads the fields of a document by the rules of a profile, and notes what will not map.

import type { FieldName } from './fields.ts';
import type { Problem, ProblemCode, RowProblem } from './problem.ts';
import { type FullRule, fullRule, type Profile } from './profile.ts';
import { valuesAt } from './record-paths.ts';
import type { JsonValue } from './source-record.ts';
import { decimalOf, integerOf, minorOf, momentOf } from './values.ts';

/** One line of a document, and the row it stands in. */
export interface SourceLine {
  readonly row: number;
  readonly value: JsonValue;
}

export interface RowReader {
  readonly problems: RowProblem[];
  readonly warnings: RowProblem[];
  /** Every text of a field at this place: several where a path leads through a list. */
  texts(at: SourceLine, field: FieldName): string[];
  text(at: SourceLine, field: FieldName, lengthMax?: number): string | null;
  decimal(at: SourceLine, field: FieldName): string | null;
  /** Minor units; several values are added up. Null where there is none. */
  amount(at: SourceLine, field: FieldName, currency: string): bigint | null;
  units(at: SourceLine, field: FieldName): number | null;
  moment(at: SourceLine, field: FieldName): Date | null;
  refuse(
    row: number,
    code: ProblemCode,
    field: FieldName | null,
    detail: string,
    suggestion: string,
  ): void;
  warn(
    row: number,
    code: ProblemCode,
    field: FieldName | null,
    detail: string,
    suggestion: string,
  ): void;
}

export function rowReader(profile: Profile): RowReader {
  const rules = rulesOf(profile);
  const problems: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  const note =
    (list: RowProblem[]): RowReader['refuse'] =>
    (row, code, field, detail, suggestion) =>
      void list.push({ row, code, field, detail, suggestion });
  const refuse = note(problems);

  const texts: RowReader['texts'] = ({ value }, field) => {
    const rule = rules.get(field);
    if (rule === undefined) return [];
    if (rule.join !== null) {
      const parts = rule.from.flatMap((path) =>
        valuesAt(value, path).map((one) => String(one).trim()),
      );
      if (parts.length > 0) return [shaped(parts.join(rule.join), rule)];
    }
    if (rule.add) {
      const all = rule.from.flatMap((path) => valuesAt(value, path).map(Number));
      if (all.length > 0) return [String(all.reduce((sum, one) => sum + one, 0))];
    }
    for (const path of rule.join === null && !rule.add ? rule.from : []) {
      const found = valuesAt(value, path);
      if (found.length > 0)
        return found.map((one) => shaped(String(one).trim(), rule)).filter((one) => one !== '');
    }
    return rule.value === null ? [] : [rule.value];
  };

  function parsed<T>(
    at: SourceLine,
    field: FieldName,
    parse: (text: string) => T | undefined,
    problem: Pick<Problem, 'code' | 'suggestion'>,
  ): T[] {
    return texts(at, field).flatMap((text) => {
      const value = parse(text);
      if (value !== undefined) return [value];
      const source = rules.get(field)?.from.join(' or ') ?? field;
      refuse(
        at.row,
        problem.code,
        field,
        `"${text.slice(0, 100)}" in ${source} is not understood.`,
        problem.suggestion,
      );
      return [];
    });
  }

  const decimals = (at: SourceLine, field: FieldName) =>
    parsed(at, field, (text) => decimalOf(text, profile.decimalMark), {
      code: 'amount-invalid',
      suggestion: `Write a number with "${profile.decimalMark}" before at most 6 decimals, or set decimalMark in the profile.`,
    });

  return {
    problems,
    warnings,
    texts,
    text(at, field, lengthMax = 500) {
      const [text = null] = texts(at, field);
      if (text === null || text.length <= lengthMax) return text;
      warnings.push({
        row: at.row,
        code: 'text-too-long',
        field,
        detail: `${field} has ${text.length} characters; ${lengthMax} are kept.`,
        suggestion: 'The whole text stays in the raw row.',
      });
      return text.slice(0, lengthMax);
    },
    decimal: (at, field) => decimals(at, field)[0] ?? null,
    amount(at, field, currency) {
      const found = decimals(at, field);
      return found.length === 0
        ? null
        : found.reduce((sum, one) => sum + minorOf(one, currency), 0n);
    },
    units: (at, field) =>
      parsed(at, field, unitsOf, {
        code: 'quantity-invalid',
        suggestion: 'Write a whole number of at most 1,000,000.',
      })[0] ?? null,
    moment: (at, field) =>
      parsed(at, field, (text) => momentOf(text, profile), {
        code: 'date-invalid',
        suggestion: `Write it as 2026-11-28T09:30:00Z, or set dates in the profile: now it is ${profile.dates}.`,
      })[0] ?? null,
    refuse,
    warn: note(warnings),
  };
}

const UNITS_MAX = 1_000_000;

function unitsOf(text: string): number | undefined {
  const units = integerOf(text);
  return units !== undefined && Math.abs(units) <= UNITS_MAX ? units : undefined;
}

function shaped(text: string, rule: FullRule): string {
  if (rule.filledMeans !== null) return rule.filledMeans;
  const cut = rule.dropEnd !== '' && text.endsWith(rule.dropEnd);
  const kept = cut ? text.slice(0, -rule.dropEnd.length) : text;
  const meant = rule.words[kept] ?? rule.words[kept.toLowerCase()] ?? kept;
  const cased =
    rule.case === 'upper'
      ? meant.toUpperCase()
      : rule.case === 'lower'
        ? meant.toLowerCase()
        : meant;
  return rule.prefix + cased;
}

const kept = new WeakMap<Profile, ReadonlyMap<FieldName, FullRule>>();

function rulesOf(profile: Profile): ReadonlyMap<FieldName, FullRule> {
  const known = kept.get(profile);
  if (known !== undefined) return known;
  const rules = new Map(
    Object.entries(profile.fields).map(([name, rule]) => [name as FieldName, fullRule(rule)]),
  );
  kept.set(profile, rules);
  return rules;
}
