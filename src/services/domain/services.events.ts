import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { ServiceMove } from './service.lifecycle.js';

/** On which ground of the actor's. */
interface Ground {
  readonly basis: string;
  readonly basisId: Id;
}

/** What happens to services, and that somebody looked which of them fit a client: ids, names of fields and counts. */
export const serviceEvents = {
  added: (serviceId: Id) => ({ event: 'service.added', facts: { serviceId } }),
  changed: (serviceId: Id, fields: readonly string[]) => ({ event: 'service.changed', facts: { serviceId, fields } }),
  moved: (serviceId: Id, move: ServiceMove) => ({ event: 'service.moved', facts: { serviceId, move } }),
  eligibilityWritten: (serviceId: Id, eligibilityId: Id) => ({
    event: 'service.eligibility_written',
    facts: { serviceId, eligibilityId },
  }),
  capacityConfirmed: (serviceId: Id, capacityId: Id) => ({
    event: 'service.capacity_confirmed',
    facts: { serviceId, capacityId },
  }),
  matched: (clientId: Id, classes: readonly DataClass[], ground: Ground, shown: number) => ({
    event: 'service.matched',
    clientId,
    classes,
    ground,
    facts: { shown },
  }),
} as const;
