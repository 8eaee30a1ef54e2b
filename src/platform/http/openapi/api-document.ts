import { Injectable, type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describeByComments, type ApiComments } from './comments.js';
import { complete, operationsOf } from './complete.js';
import { showExamples } from './examples.js';
import type { OperationAccess } from './operation.js';

/** What somebody wrote of the API, beside what its routes say themselves. */
export interface ApiWords {
  readonly version: string;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly comments: ApiComments;
  /** By the class of a request and a name: bodies that can be sent. */
  readonly examples: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What a member of this name is, wherever nothing else is said of it. */
  readonly names: Readonly<Record<string, string>>;
}

/** The OpenAPI document: made once, when all controllers are known, and asked by whoever checks a request by it. */
@Injectable()
export class ApiDocument {
  private made: OpenAPIObject | undefined;
  private readonly queries = new Map<string, ReadonlySet<string>>();

  /** @param accessOf by operation id: the permission an operation takes, or why it takes none */
  describe(app: INestApplication, words: ApiWords, accessOf: (operationId: string) => OperationAccess): void {
    const info = new DocumentBuilder()
      .setTitle('Throughline')
      .setDescription('One shared record and one shared care plan for a person in wrap-around addiction care.')
      .setVersion(words.version)
      .setOpenAPIVersion('3.1.0')
      .addServer('/')
      .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
      .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'signedIn');
    for (const { name, description } of words.tags) info.addTag(name, description);
    const operationIdFactory = (controller: string, method: string) => `${controller}.${method}`;
    const document = SwaggerModule.createDocument(app, info.build(), { operationIdFactory });
    describeByComments(document, words.comments, words.names);
    showExamples(document, words.examples);
    this.take(complete(document, accessOf));
  }

  /** Made already, by an application of the same routes. */
  take(document: OpenAPIObject): void {
    this.made = document;
    for (const { method, path, operation } of operationsOf(document)) {
      const names = (operation.parameters ?? []).flatMap((each) =>
        'in' in each && each.in === 'query' ? [each.name] : [],
      );
      this.queries.set(keyOf(method, path.replace(/\{(\w+)\}/g, ':$1')), new Set(names));
    }
  }

  get document(): OpenAPIObject {
    if (!this.made) throw new Error('The OpenAPI document has not been made yet.');
    return this.made;
  }

  /** The query parameters that a route reads. */
  queryOf(method: string, template: string): ReadonlySet<string> {
    return this.queries.get(keyOf(method === 'HEAD' ? 'GET' : method, template)) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();
const keyOf = (method: string, template: string): string => `${method.toUpperCase()} ${template}`;
