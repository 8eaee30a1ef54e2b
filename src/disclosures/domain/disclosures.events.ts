import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Disclosure } from './disclosure.js';

/** On which ground of the actor's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

export const disclosureKept = (
  { id, clientId, kind, recipientKind }: Pick<Disclosure, 'id' | 'clientId' | 'kind' | 'recipientKind'>,
  { classes, ground }: On & { readonly classes: readonly DataClass[] },
) => ({ event: 'disclosure.kept', clientId, classes, ground, facts: { disclosureId: id, kind, recipientKind } });

export const disclosuresRead = (clientId: Id, { ground }: On, shown: number) => ({
  event: 'disclosures.read',
  clientId,
  ground,
  facts: { shown },
});
