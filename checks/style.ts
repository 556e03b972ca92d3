// The rules of style that a program can see.
import { basename } from 'node:path';
import ts from 'typescript';
import { rooms } from './rooms.ts';
import { isTestCode, lineOf, nodesOf, parse, type SourceFile } from './source-files.ts';

const fileLinesMax = 400;
const functionLinesMax = 70;

/** One line per violation. */
export function checkStyle(file: SourceFile): string[] {
  const source = parse(file);
  const inTree = [...nodesOf(source)].flatMap((node) => nodeProblems(source, node));
  return [...nameProblems(file), ...fileProblems(file), ...inTree, ...exportProblems(file, source)];
}

function nameProblems({ path }: SourceFile): string[] {
  const name = basename(path);
  if (/^index\.tsx?$/.test(name)) return [`${path}: no index files: name what it holds`];
  const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mjs)$/.test(name);
  return isKebab ? [] : [`${path}: file names are kebab-case`];
}

function fileProblems({ path, text }: SourceFile): string[] {
  const lines = text.trimEnd().split('\n');
  const marks = lines.flatMap((line, index) =>
    markPattern.test(line) ? [`${path}:${index + 1}: do it now, or write an issue`] : [],
  );
  // Nobody reads a generated file from top to bottom.
  if (lines.length <= fileLinesMax || path.includes('/generated/')) return marks;
  return [...marks, `${path}: ${lines.length} lines; at most ${fileLinesMax}`];
}

/** Written apart, so that this file does not break its own rule. */
const markPattern = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b`);

function nodeProblems(source: ts.SourceFile, node: ts.Node): string[] {
  const at = () => `${source.fileName}:${lineOf(source, node)}`;
  // Tests may look into answers freely; biome still asks them for the reason.
  const isAny = node.kind === ts.SyntaxKind.AnyKeyword && !isTestCode(source.fileName);
  if (isAny) return [`${at()}: no any`];
  if (ts.isNonNullExpression(node)) return [`${at()}: no "!": prove it or throw`];
  if (!ts.isFunctionLike(node) || isSuite(node)) return [];
  const lines = source.text.slice(node.getStart(source), node.end).split('\n').length;
  if (lines <= functionLinesMax) return [];
  return [`${at()}: a function of ${lines} lines; at most ${functionLinesMax}`];
}

/** The function given to describe() holds tests; it is a chapter, not a step. */
function isSuite(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && /^(describe|suite)\b/.test(call.expression.getText());
}

function exportProblems({ path }: SourceFile, source: ts.SourceFile): string[] {
  const reexports = source.statements.filter(ts.isExportDeclaration);
  if (reexports.length > 0 && reexports.length === source.statements.length) {
    return [`${path}: no barrels: import from where it is`];
  }
  const room = /^server\/src\/([a-z]+)\/([^/]+)\.ts$/.exec(path);
  const name = room?.[2] ?? '';
  if (!rooms.some((each) => each === room?.[1]) || isTestCode(path)) return [];
  if (/^(sql|routes)$|\.sql$/.test(name)) return [];
  const wanted = name.replace(/[-.](.)/g, (_, letter: string) => letter.toUpperCase());
  const names = source.statements.filter(isExported).flatMap(declaredNames);
  // A noun may hold its verbs (secret.ts: newSecret), a verb its kinds (present.ts: presentUser).
  const isThere = names.some((each) => each.toLowerCase().includes(wanted.toLowerCase()));
  return isThere ? [] : [`${path}: no export is named after it (${wanted})`];
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}
