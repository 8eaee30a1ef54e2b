import type { DataClass, Role } from '../../access/policy.js';
import type { AsideReason } from '../../tasks/domain/task.lifecycle.js';
import type { DemoWorker } from '../demo-places.js';
import type { Act } from '../life.js';
import { moved } from './plan.js';

interface TaskSaid {
  /** In days from the day of planting. */
  readonly due?: number;
  readonly kind?: string;
  readonly note?: string;
  readonly class?: DataClass;
  readonly of?: DemoWorker | Role;
}

const owner = (of: DemoWorker | Role) => (typeof of === 'string' ? { role: of } : { membershipId: of.membershipId });

export const task =
  (key: string, title: string, { due, of, kind = 'follow_up', ...said }: TaskSaid = {}): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/tasks`,
    body: {
      ...{ id: told.make(`task/${key}`), kind, title },
      ...said,
      ...(due !== undefined && { due: { on: told.day(due) } }),
      ...(of !== undefined && { owner: owner(of) }),
    },
  });

/** What somebody will do about a need. */
export const action =
  (
    need: string,
    key: string,
    title: string,
    { due, of }: { readonly due?: number; readonly of?: DemoWorker } = {},
  ): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/needs/${told.known(`need/${need}`)}/actions`,
    body: {
      ...{ id: told.make(`task/${key}`), title },
      ...(due !== undefined && { dueOn: told.day(due) }),
      ...(of !== undefined && { membershipId: of.membershipId }),
    },
  });

const taskMove =
  (key: string, body: Readonly<Record<string, unknown>>, note?: string): Act =>
  (told) =>
    moved('tasks', told.change(`task/${key}`), { ...body, ...(note !== undefined && { note }) });

export const done = (key: string, note?: string): Act => taskMove(key, { move: 'complete' }, note);

export const declined = (key: string, note?: string): Act => taskMove(key, { move: 'client_declines' }, note);

/** @param until in days from the day of planting */
export const aside =
  (key: string, reason: AsideReason, until: number): Act =>
  (told, by) =>
    taskMove(key, { move: 'set_aside', reason, until: told.day(until) })(told, by);

export const handedOver = (key: string, to: DemoWorker | Role, note?: string): Act =>
  taskMove(key, { move: 'hand_over', to: owner(to) }, note);
