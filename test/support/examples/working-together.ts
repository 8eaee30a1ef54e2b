import { newId } from '../../../src/kernel/ids.js';
import type { Made, Prepared, Ready, Stage } from './stage.js';

/** Contacts, goals, needs, tasks and the plan. */
export function preparedWorkingTogether(stage: Stage): Prepared {
  const { world, as } = stage;
  const contact = () => stage.own('contacts', 'LogContactRequest');
  const goal = () => stage.own('goals', 'AddGoalRequest');
  const need = () => stage.own('needs', 'NoteNeedRequest');
  const step = async (): Promise<Ready> => {
    const { id, version } = await stage.make(`${(await goal()).at}/steps`, 'AddStepRequest');
    return { as, at: `/v1/goal-steps/${id}`, version };
  };

  return {
    'ContactsController.log': () => stage.inClient('contacts'),
    'ContactsController.amend': contact,
    'ContactsController.move': () => stage.moves(contact()),
    'ContactBatchesController.log': async () => ({ as, put: { clientId: await stage.client(), id: newId() } }),
    'GoalsController.add': () => stage.inClient('goals'),
    'GoalsController.change': goal,
    'GoalsController.move': async () => {
      const { at } = await stage.inClient('goals');
      const [one, other] = [await stage.make(at, 'AddGoalRequest'), await stage.make(at, 'AddGoalRequest')];
      return { as, at: `/v1/goals/${one.id}/moves`, version: one.version, put: { becomes: other.id } };
    },
    'GoalStepsController.add': async () => ({ as, at: `${(await goal()).at}/steps` }),
    'GoalStepsController.change': step,
    'GoalStepsController.move': () => stage.moves(step()),
    'NeedsController.note': () => stage.inClient('needs'),
    'NeedsController.change': need,
    'NeedsController.move': () => stage.moves(need()),
    'NeedsController.plan': async () => ({ as, at: `${(await need()).at}/actions` }),
    'TasksController.open': () => stage.inClient('tasks'),
    'TasksController.change': () => stage.own('tasks', 'OpenTaskRequest'),
    'TasksController.move': async () => {
      const { owner, path } = await stage.withMate();
      const { id, version } = await stage.make(path, 'OpenTaskRequest');
      return { as, at: `/v1/tasks/${id}/moves`, version, put: owner };
    },
    'NoticesController.move': async () => {
      const { mate, owner, path } = await stage.withMate();
      await as.post(path).send({ kind: 'visit', title: 'Visit', owner }).expect(201);
      const { body } = await world.as(mate).get('/v1/notices').expect(200);
      const [told] = (body as { items: readonly Made[] }).items;
      return { as: world.as(mate), at: `/v1/notices/${told?.id}/moves`, version: told?.version ?? 0 };
    },
    'PlanPartsController.write': () => stage.inClient('care-plan/sections'),
    'PlanPartsController.rewrite': () => stage.own('care-plan/sections', 'WriteSectionRequest', 'plan-sections'),
    'PlanPartsController.sign': () => stage.inClient('care-plan/sign-offs'),
  };
}
