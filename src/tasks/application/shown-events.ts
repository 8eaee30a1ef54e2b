import type { Grants, Held } from '../../access/grants.js';
import type { DataClass } from '../../access/policy.js';
import type { AuditEvent } from '../../audit/audit-event.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';

interface Shown {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly class: DataClass | null;
}

export const clientsOf = (items: readonly Pick<Shown, 'clientId'>[]): readonly Id[] => [
  ...new Set(items.flatMap(({ clientId }) => clientId ?? [])),
];

/** What the actor holds over the clients whom these are about. */
export async function heldOver(
  tx: Tx,
  grants: Grants,
  items: readonly Pick<Shown, 'clientId'>[],
): Promise<ReadonlyMap<Id, Held>> {
  const clientIds = clientsOf(items);
  return clientIds.length === 0 ? new Map<Id, Held>() : grants.over(tx, clientIds);
}

/** One entry for each client whom a list showed, and one without a client when it showed none. */
export function shownEvents(
  event: string,
  items: readonly Shown[],
  held: ReadonlyMap<Id, Held>,
): readonly AuditEvent[] {
  const byClient = new Map<Id, Shown[]>();
  for (const item of items) {
    if (item.clientId === null) continue;
    const of = byClient.get(item.clientId);
    if (of) of.push(item);
    else byClient.set(item.clientId, [item]);
  }
  if (byClient.size === 0) return [{ event, facts: { count: items.length } }];
  return [...byClient].map(([clientId, of]) => {
    const classes = [...new Set(of.flatMap((item) => item.class ?? []))];
    const ground = held.get(clientId)?.ground;
    return { event, clientId, classes, ...(ground && { ground }), facts: { ids: of.map(({ id }) => id) } };
  });
}
