// Rules about what may stand where: SQL, transactions, the environment, HTTP, time and chance.
import ts from 'typescript';
import { isTestCode, lineOf, nodesOf, parse, type SourceFile } from './source-files.ts';

type SourceRule = {
  readonly name: string;
  readonly words: string;
  readonly appliesTo: (path: string) => boolean;
  readonly isBroken: (node: ts.Node) => boolean;
};

const isHouse = (path: string) =>
  /^(core|contract|server|connectors|dashboard|cli|sdk)\//.test(path) && !isTestCode(path);

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'sql-in-the-open',
    words: 'SQL stands in sql.ts or <noun>.sql.ts of its room',
    appliesTo: (path) => isHouse(path) && !/(^|[/.])sql\.ts$|\/migrations\//.test(path),
    isBroken: (node) => sqlPatterns.some((pattern) => pattern.test(textOf(node) ?? '')),
  },
  {
    name: 'transactions-in-db',
    words: 'begin, commit and rollback stand only in server/src/db',
    appliesTo: (path) => isHouse(path) && !path.startsWith('server/src/db/'),
    isBroken: (node) => transactionPattern.test(textOf(node) ?? ''),
  },
  {
    name: 'environment-in-config',
    words: 'process.env is read only in config.ts',
    appliesTo: (path) =>
      isHouse(path) && !/^(server|cli)\/src\/config\.ts$|^[a-z]+\/bin\//.test(path),
    isBroken: (node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env',
  },
  {
    name: 'core-has-no-clock-and-no-chance',
    words: 'time and randomness are arguments in core',
    appliesTo: (path) => path.startsWith('core/') && !isTestCode(path),
    isBroken: isClockOrChance,
  },
  {
    name: 'http-words-in-routes',
    words: 'HTTP stands only in routes.ts and server/src/http',
    appliesTo: (path) =>
      /^server\/src\/.+\//.test(path) &&
      !isTestCode(path) &&
      !/[/-]routes\.ts$|^server\/src\/http\//.test(path),
    isBroken: isHttpWord,
  },
  {
    name: 'parts-are-lazy-parts',
    words:
      'a part that fails to load is tried again by lazyPart of dashboard/src/shell/lazy-part.ts',
    appliesTo: (path) =>
      path.startsWith('dashboard/src/') && path !== 'dashboard/src/shell/lazy-part.ts',
    isBroken: (node) =>
      ts.isCallExpression(node) && /^(React\.)?lazy$/.test(node.expression.getText()),
  },
];

/** One line per violation. */
export function checkSource(file: SourceFile): string[] {
  const rules = sourceRules.filter(({ appliesTo }) => appliesTo(file.path));
  if (rules.length === 0) return [];
  const source = parse(file);
  return [...nodesOf(source)].flatMap((node) =>
    rules
      .filter(({ isBroken }) => isBroken(node))
      .map(({ name, words }) => `${file.path}:${lineOf(source, node)}: ${name}: ${words}`),
  );
}

/** Whole statements, so that a sentence with the word "select" stays a sentence. */
const sqlPatterns = [
  /\bselect\b[\s\S]*\bfrom\s+["\w.${]/i,
  /^\s*select\s+[\w$'(*]+\s*(\(|,|;|::|$)/,
  /\binsert\s+into\s+["\w.$]+/i,
  /\bupdate\s+(only\s+)?["\w.$]+(\s+(as\s+)?\w+)?\s+set\s/i,
  /\bdelete\s+from\s+["\w.$]+/i,
];

const transactionPattern =
  /^\s*(begin|commit|rollback|start transaction)\s*(;|$|(work|transaction|isolation|read|to)\b)/i;

/** The text of a string or of a whole template, with its parts in between. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : undefined;
}

const clockCalls = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'setTimeout',
  'setInterval',
  'setImmediate',
]);

function isClockOrChance(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Temporal.Now') return true;
  if (ts.isNewExpression(node)) {
    return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
  }
  return ts.isCallExpression(node) && clockCalls.has(node.expression.getText());
}

const httpWords = new Set(['reply', 'statusCode', 'FastifyRequest', 'FastifyReply']);
const requestParts = /^(req|request)\.(headers|params|query|body|ip|raw|url|method|cookies)$/;

/** A return request is of the trade; a request with headers is HTTP. */
function isHttpWord(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return requestParts.test(node.getText());
  if (ts.isIdentifier(node)) return httpWords.has(node.text);
  return ts.isStringLiteral(node) && /^(fastify|@fastify\/.*)$/.test(node.text);
}
