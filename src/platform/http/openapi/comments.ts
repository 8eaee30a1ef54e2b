import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, type Operation, type Schema } from './operation.js';

export interface OperationComment {
  readonly text?: string;
  /** The class that holds its query. */
  readonly query?: string;
}

type Said = Readonly<Record<string, string>>;

/** What the sources say of the API in their comments, by operation id, and by class and member. */
export interface ApiComments {
  readonly operations: Readonly<Record<string, OperationComment>>;
  readonly schemas: Readonly<Record<string, Said>>;
}

/**
 * Puts the comments where the document says nothing itself. The first sentence of a method is its summary.
 *
 * @param names what a name means wherever nothing else is said
 */
export function describeByComments(document: OpenAPIObject, comments: ApiComments, names: Said): void {
  for (const { operation } of operationsOf(document)) describeOperation(operation, comments);
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    describeMembers(schema as Schema, { ...names, ...comments.schemas[name] });
  }
}

function describeOperation(operation: Operation, { operations, schemas }: ApiComments): void {
  const { text = '', query = '' } = operations[operation.operationId ?? ''] ?? {};
  describeText(operation, text);
  describeQuery(operation, schemas[query] ?? {});
}

function describeText(operation: Operation, text: string): void {
  const [, summary = text, more = ''] = /^(.+?[.?!]) +(?=[A-Z])(.+)$/s.exec(text) ?? [];
  if (summary !== '') operation.summary ??= summary;
  if (more !== '') operation.description ??= more;
}

function describeQuery({ parameters = [] }: Operation, said: Said): void {
  for (const parameter of parameters) {
    if (!('in' in parameter) || parameter.in !== 'query') continue;
    const text = said[parameter.name];
    if (text !== undefined) parameter.description ??= text;
  }
}

function describeMembers({ properties = {} }: Schema, said: Said): void {
  for (const [name, part] of Object.entries(properties)) {
    const text = said[name];
    if (text !== undefined) (part as Schema).description ??= text;
  }
}
