// A statement is SQL with a name: prepared once per connection, listed for the test that prepares
// every one against the migrated schema.

export interface Statement<Row = unknown> {
  readonly name: string;
  readonly text: string;
  /** Never set: carries the type of the rows. */
  readonly row?: Row;
}

/**
 * A statement with what it is given, made ready before it is sent: so what goes along with a commit
 * cannot break on our side when that is on its way.
 */
export interface Prepared {
  readonly sql: Statement;
  readonly params: readonly unknown[];
}

const registered = new Map<string, Statement>();

/** Declares a statement; `name` is `<room>.<what it does>` and unique. */
export function statement<Row = unknown>(name: string, text: string): Statement<Row> {
  if (registered.has(name)) throw new Error(`two statements are named ${name}`);
  const declared: Statement<Row> = { name, text };
  registered.set(name, declared);
  return declared;
}

export function registeredStatements(): readonly Statement[] {
  return [...registered.values()];
}
