import type { DataClass } from '../../access/policy.js';
import type { Id } from '../../kernel/ids.js';
import type { Change } from './change.js';
import type { PlanSignOff } from './plan-sign-off.js';

/** On which ground of the actor's. */
interface On {
  readonly ground: { readonly basis: string; readonly basisId: Id };
}

/** A look at the plan: the next "what changed since" begins here. */
export const PLAN_READ = 'care_plan.read';

export const planRead = (clientId: Id, on: On, classes: readonly DataClass[], asOf?: string) => ({
  event: PLAN_READ,
  clientId,
  classes,
  ground: on.ground,
  facts: asOf === undefined ? {} : { asOf },
});

export const planDone = (
  event: 'care_plan.changes_read' | 'care_plan.sign_offs_read' | 'timeline.read',
  clientId: Id,
  on: On & { readonly classes: readonly DataClass[]; readonly shown: number },
) => ({ event, clientId, classes: on.classes, ground: on.ground, facts: { shown: on.shown } });

export const sectionDone = (
  event: 'plan_section.written' | 'plan_section.changed' | 'plan_section.read',
  section: { readonly id: Id; readonly clientId: Id; readonly class: DataClass; readonly version: number },
  { ground }: On,
) => ({
  event,
  clientId: section.clientId,
  classes: [section.class],
  ground,
  facts: { sectionId: section.id, version: section.version },
});

export const planSigned = (
  event: 'care_plan.signed' | 'plan_sign_off.read',
  { id, clientId, seenClasses, planAsOf }: Pick<PlanSignOff, 'id' | 'clientId' | 'seenClasses' | 'planAsOf'>,
  { ground }: On,
) => ({ event, clientId, classes: seenClasses, ground, facts: { signOffId: id, planAsOf } });

/** One row for each record that was read, with the classes of what was shown of it. */
export const changesShown = (
  event: 'care_plan.changes_read' | 'timeline.read',
  records: readonly { readonly clientId: Id; readonly held: On }[],
  items: readonly Pick<Change, 'clientId' | 'class'>[],
) =>
  records.map(({ clientId, held: { ground } }) => {
    const own = items.filter((change) => change.clientId === clientId);
    return planDone(event, clientId, { ground, classes: [...new Set(own.map((one) => one.class))], shown: own.length });
  });
