import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf, referencesIn } from './operation.js';

/** Shows with each body what somebody wrote as an example of it. */
export function showExamples(
  document: OpenAPIObject,
  examples: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): void {
  for (const { operation } of operationsOf(document)) {
    const { requestBody: body } = operation;
    for (const content of Object.values(body && 'content' in body ? body.content : {})) {
      const named = examples[referencesIn(content.schema)[0] ?? ''] ?? {};
      content.examples = Object.fromEntries(Object.entries(named).map(([name, value]) => [name, { value }]));
    }
  }
}
