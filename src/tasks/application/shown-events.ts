import type { Grants } from '../../access/grants.js';
import type { DataClass } from '../../access/policy.js';
import type { AuditEvent } from '../../audit/audit-event.js';
import type { Tx } from '../../audit/unit-of-work.js';
import type { Id } from '../../kernel/ids.js';

interface Shown {
  readonly id: Id;
  readonly clientId: Id | null;
  readonly class: DataClass | null;
}

/** One entry for each client whom a list showed, and one without a client when it showed none. */
export async function shownEvents(
  tx: Tx,
  grants: Grants,
  event: string,
  items: readonly Shown[],
): Promise<readonly AuditEvent[]> {
  const clientIds = [...new Set(items.flatMap(({ clientId }) => clientId ?? []))];
  if (clientIds.length === 0) return [{ event, facts: { count: items.length } }];
  const held = await grants.over(tx, clientIds);
  return clientIds.map((clientId) => {
    const of = items.filter((item) => item.clientId === clientId);
    const classes = [...new Set(of.flatMap((item) => item.class ?? []))];
    const ground = held.get(clientId)?.ground;
    return { event, clientId, classes, ...(ground && { ground }), facts: { ids: of.map(({ id }) => id) } };
  });
}
