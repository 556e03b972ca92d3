// Reads the fields of a document by the rules of a profile, and notes what will not map.

import type { FieldName } from './fields.ts';
import type { Problem, ProblemCode, RowProblem } from './problem.ts';
import { type FullRule, fullRule, type Profile } from './profile.ts';
import { valuesAt } from './record-paths.ts';
import type { JsonValue } from './source-record.ts';
import { cutText, storableText } from './storable-text.ts';
import { decimalOf, integerOf, minorOf, momentOf, sumOf } from './values.ts';

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
  const texts: RowReader['texts'] = ({ value }, field) => textsOf(value, rules.get(field), profile);

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
      const detail = `"${cutText(text, 100)}" in ${source} is not understood.`;
      problems.push({ row: at.row, field, detail, ...problem });
      return [];
    });
  }

  const decimals = (at: SourceLine, field: FieldName) =>
    parsed(at, field, (text) => decimalOf(text, profile.decimalMark), amountInvalid(profile));

  return {
    problems,
    warnings,
    texts,
    text(at, field, lengthMax = 500) {
      const [text = null] = texts(at, field);
      if (text === null || text.length <= lengthMax) return text;
      warnings.push(tooLong(at.row, field, text.length, lengthMax));
      return cutText(text, lengthMax);
    },
    decimal: (at, field) => decimals(at, field)[0] ?? null,
    amount(at, field, currency) {
      const isMinor = profile.amountsAreMinor === true;
      const found = decimals(at, field);
      if (found.length === 0) return null;
      if (isMinor) return found.reduce((sum, one) => sum + minorOf(one, 'JPY'), 0n);
      return found.reduce((sum, one) => sum + minorOf(one, currency), 0n);
    },
    units: (at, field) => parsed(at, field, unitsOf, QUANTITY_INVALID)[0] ?? null,
    moment: (at, field) =>
      parsed(at, field, (text) => momentOf(text, profile), dateInvalid(profile))[0] ?? null,
    refuse: noteTo(problems),
    warn: noteTo(warnings),
  };
}

function noteTo(list: RowProblem[]): RowReader['refuse'] {
  return (row, code, field, detail, suggestion) =>
    void list.push({ row, code, field, detail, suggestion });
}

function textsOf(value: JsonValue, rule: FullRule | undefined, profile: Profile): string[] {
  if (rule === undefined) return [];
  const read = (one: JsonValue) => {
    const text = storableText(String(one)).trim();
    const isGuarded = profile.dropApostrophe === true && text.startsWith("'");
    return isGuarded ? text.slice(1) : text;
  };
  const at = (path: string) =>
    valuesAt(value, path)
      .map((one) => shaped(read(one), rule))
      .filter((text) => text !== '');
  const found = foundBy(rule, at, profile.decimalMark);
  if (found.length > 0) return found.map((text) => rule.prefix + text);
  return rule.value === null ? [] : [rule.value];
}

/** All of them in one, their sum, or the first that is filled. */
function foundBy(
  { from, join, add }: FullRule,
  at: (path: string) => string[],
  decimalMark: Profile['decimalMark'],
): string[] {
  if (join === null && !add) return from.map(at).find((found) => found.length > 0) ?? [];
  const all = from.flatMap(at);
  if (all.length === 0) return [];
  if (!add) return [all.join(join ?? ' ')];
  const numbers = all.flatMap((text) => decimalOf(text, decimalMark) ?? []);
  // What is no number is said to be none by whoever reads it as one.
  return numbers.length < all.length ? all : [sumOf(numbers).replace('.', decimalMark)];
}

function amountInvalid({ decimalMark }: Profile): Pick<Problem, 'code' | 'suggestion'> {
  const suggestion = `Write a number with "${decimalMark}" before at most 6 decimals, or set decimalMark in the profile.`;
  return { code: 'amount-invalid', suggestion };
}

function dateInvalid({ dates }: Profile): Pick<Problem, 'code' | 'suggestion'> {
  const suggestion = `Write it as 2026-11-28T09:30:00Z, or set dates in the profile: now it is ${dates}.`;
  return { code: 'date-invalid', suggestion };
}

const QUANTITY_INVALID = {
  code: 'quantity-invalid',
  suggestion: 'Write a whole number of at most 1,000,000.',
} as const;

function tooLong(row: number, field: FieldName, length: number, lengthMax: number): RowProblem {
  const detail = `${field} has ${length} characters; ${lengthMax} are kept.`;
  const suggestion = 'The whole text stays in the raw row.';
  return { row, code: 'text-too-long', field, detail, suggestion };
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
  return cased;
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
