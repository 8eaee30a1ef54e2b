import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { ApiComments, OperationComment } from '../src/platform/http/openapi/comments.js';

type Comments = Readonly<Record<string, string>>;
/** What a class or an interface says of its members, and whose members it takes over. */
interface Said {
  readonly members: Comments;
  readonly from: readonly string[];
}
type Types = ReadonlyMap<string, readonly Said[]>;

/**
 * What stands as a comment over the methods of controllers and over the members of what is sent and answered. The
 * programme is compiled without its comments, so they are kept in a file of their own.
 *
 * @param src the folder with the sources
 */
export function apiComments(src: string): ApiComments {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => SPEAKING.test(file));
  const sources = files.sort().map((file) => parsed(src, file));
  const types = Map.groupBy(sources.flatMap(typesIn), ([name]) => name);
  const said: Types = new Map([...types].map(([name, each]) => [name, each.map(([, one]) => one)]));
  const shown = sources.filter(({ fileName }) => /(^|\/)(http|health)\//.test(fileName));
  const names = shown.flatMap(typesIn).map(([name]) => name);
  return {
    operations: sorted(shown.flatMap(operationsIn)),
    schemas: sorted(names.map((name) => [name, sorted(Object.entries(membersOf(name, said)))] as const).filter(isSaid)),
  };
}

/** Where what is sent and answered stands, and the rules that some of it implements. */
const SPEAKING = /(^|\/)(http|health|domain)\/.*\.ts$/;

const parsed = (src: string, file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true);

const sorted = <Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

const isSaid = ([, members]: readonly [string, Comments]): boolean => Object.keys(members).length > 0;

/** Its own comments, and where it has none those of what it extends or implements. */
function membersOf(name: string, types: Types): Comments {
  const each = types.get(name) ?? [];
  const inherited = each.flatMap(({ from }) => from.map((one) => membersOf(one, types)));
  return Object.assign({}, ...inherited, ...each.map(({ members }) => members)) as Comments;
}

function typesIn(source: ts.SourceFile): readonly (readonly [string, Said])[] {
  return source.statements
    .filter((each) => ts.isClassDeclaration(each) || ts.isInterfaceDeclaration(each))
    .map((each) => [each.name?.text ?? '', { members: commentsOn(each.members), from: heritageOf(each) }]);
}

const commentsOn = (members: readonly ts.Node[]): Comments =>
  Object.fromEntries(
    members
      .filter((member) => ts.isPropertyDeclaration(member) || ts.isPropertySignature(member))
      .map((member) => [nameOf(member), commentOn(member)])
      .filter(([, comment]) => comment !== ''),
  ) as Comments;

const heritageOf = ({ heritageClauses = [] }: { readonly heritageClauses?: Iterable<ts.HeritageClause> | undefined }) =>
  [...heritageClauses].flatMap(({ types }) => types.map(({ expression }) => expression.getText()));

const operationsIn = (source: ts.SourceFile): readonly (readonly [string, OperationComment])[] =>
  source.statements
    .filter(ts.isClassDeclaration)
    .filter((each) => decorators(each).includes('Controller'))
    .flatMap((each) =>
      each.members
        .filter(ts.isMethodDeclaration)
        .filter((method) => decorators(method).some((name) => ROUTES.has(name)))
        .map((method) => [`${each.name?.text}.${nameOf(method)}`, operationComment(method)] as const),
    );

const ROUTES = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);

function operationComment(method: ts.MethodDeclaration): OperationComment {
  const text = commentOn(method);
  const query = method.parameters.find((parameter) => decorators(parameter).includes('Query'))?.type?.getText();
  return { ...(text !== '' && { text }), ...(query !== undefined && { query }) };
}

const decorators = (node: ts.HasDecorators): readonly string[] =>
  (ts.getDecorators(node) ?? []).map(({ expression }) =>
    (ts.isCallExpression(expression) ? expression.expression : expression).getText(),
  );

const nameOf = ({ name }: ts.PropertyDeclaration | ts.PropertySignature | ts.MethodDeclaration): string =>
  ts.isStringLiteral(name) ? name.text : name.getText();

/** Without its tags, such as `@throws`, which speak to whoever reads the source. */
const commentOn = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
