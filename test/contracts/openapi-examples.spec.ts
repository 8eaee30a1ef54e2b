import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { API_EXAMPLES } from '../../src/api-examples.js';
import { newId, type Id } from '../../src/kernel/ids.js';
import { ApiDocument } from '../../src/platform/http/openapi/api-document.js';
import { operationsOf, referencesIn, type PlacedOperation } from '../../src/platform/http/openapi/operation.js';
import { addMember, PASSWORD, signIn, type Member } from '../support/accounts.js';
import { preparedKeeping, type Ready } from '../support/prepared-keeping.js';
import { preparedSigningIn } from '../support/prepared-signing-in.js';
import { World, type As, type Worker } from '../support/world.js';

interface Made {
  readonly id: Id;
  readonly version: number;
}

describe('the examples of the OpenAPI document', () => {
  let world: World;
  let maya: Worker;
  let as: As;
  let home: Id;
  let admin: Member;
  let asAdmin: As;
  beforeAll(async () => {
    world = await World.open();
    maya = await world.worker('counsellor');
    as = world.as(maya);
    home = await world.organisation();
    admin = await addMember(world, ['administrator'], home);
    asAdmin = world.as({ token: (await signIn(world, admin)).accessToken });
  });
  afterAll(() => world.close());

  const make = async (path: string, request: string, by = as): Promise<Made> => {
    const body = Object.values(API_EXAMPLES[request] ?? {})[0] as object;
    return (await by.post(path).send(body).expect(201)).body as Made;
  };
  const client = () => make('/v1/clients', 'CreateClientRequest');
  const under = async (part: string, request: string) => {
    const path = `/v1/clients/${(await client()).id}/${part}`;
    return { path, made: await make(path, request) };
  };
  const nested = async (part: string, request: string): Promise<Ready> => {
    const { path, made } = await under(part, request);
    return { as, at: `${path}/${made.id}`, version: made.version };
  };
  const own = async (part: string, request: string, base: string): Promise<Ready> => {
    const { made } = await under(part, request);
    return { as, at: `/v1/${base}/${made.id}`, version: made.version };
  };
  const inClient = async (part: string): Promise<Ready> => ({ as, at: `/v1/clients/${(await client()).id}/${part}` });
  const moves = async (ready: Promise<Ready>): Promise<Ready> => ({
    ...(await ready),
    at: `${(await ready).at}/moves`,
  });

  const goal = () => own('goals', 'AddGoalRequest', 'goals');
  const step = async (): Promise<Ready> => {
    const made = await make(`${(await goal()).at}/steps`, 'AddStepRequest');
    return { as, at: `/v1/goal-steps/${made.id}`, version: made.version };
  };
  const goalMove = async (): Promise<Ready> => {
    const path = `/v1/clients/${(await client()).id}/goals`;
    const [one, other] = [await make(path, 'AddGoalRequest'), await make(path, 'AddGoalRequest')];
    return { as, at: `/v1/goals/${one.id}/moves`, version: one.version, put: { becomes: other.id } };
  };
  const need = () => own('needs', 'NoteNeedRequest', 'needs');
  const consent = async (): Promise<Ready> => {
    const { at = '' } = await inClient('consents');
    const wish = { ...(API_EXAMPLES['RecordConsentRequest']?.['deny'] as object), recipient: { organisationId: home } };
    const { body } = await as.post(at).send(wish).expect(201);
    return { as, at: `/v1/consents/${(body as Made).id}`, version: 1 };
  };
  const task = () => own('tasks', 'OpenTaskRequest', 'tasks');
  const teamMate = async (): Promise<Ready> => {
    const { membershipId } = await world.worker('peer_navigator', maya.organisationId);
    return { ...(await inClient('care-team')), put: { membershipId } };
  };
  const teamMove = async (): Promise<Ready> => {
    const { at = '', put = {} } = await teamMate();
    const { body } = await as.post(at).send(put).expect(201);
    return { as, at: `${at}/${(body as Made).id}/moves`, version: 1 };
  };
  const twoRecords = async (part: string): Promise<Ready> => ({
    as,
    at: `/v1/clients/${(await client()).id}/links${part && `/${part}`}`,
    put: { otherClientId: (await client()).id },
  });
  const linkMove = async (): Promise<Ready> => {
    const { at = '', put = {} } = await twoRecords('');
    const said = API_EXAMPLES['JoinRecordsRequest']?.['said'] as object;
    const { body } = await as
      .post(at)
      .send({ ...said, ...put })
      .expect(201);
    return { as, at: `/v1/record-links/${(body as Made).id}/moves`, version: 1 };
  };
  const withMate = async () => {
    const mate = await world.worker('peer_navigator', maya.organisationId);
    const { at = '' } = await inClient('care-team');
    const owner = { membershipId: mate.membershipId };
    await as.post(at).send(owner).expect(201);
    return { mate, owner, path: at.replace('care-team', 'tasks') };
  };
  const taskMove = async (): Promise<Ready> => {
    const { owner, path } = await withMate();
    const { id, version } = await make(path, 'OpenTaskRequest');
    return { as, at: `/v1/tasks/${id}/moves`, version, put: owner };
  };
  const notice = async (): Promise<Ready> => {
    const { mate, owner, path } = await withMate();
    const task = { kind: 'visit', title: 'Visit', owner };
    await as.post(path).send(task).expect(201);
    const { body } = await world.as(mate).get('/v1/notices').expect(200);
    const [told] = (body as { items: readonly Made[] }).items;
    return { as: world.as(mate), at: `/v1/notices/${told?.id}/moves`, version: told?.version ?? 0 };
  };
  const colleague = () => addMember(world, ['counsellor'], home);
  const staff = async (): Promise<Ready> => ({
    as: asAdmin,
    at: `/v1/staff/${(await colleague()).personId}`,
    version: 1,
  });
  const membership = async (): Promise<Ready> => {
    const [standing] = (await colleague()).memberships;
    return { as: asAdmin, at: `/v1/memberships/${standing?.id}/moves`, version: 1 };
  };
  const coordinator = async () => world.as(await world.worker('coordinator', home));
  const service = async (part = ''): Promise<Ready> => {
    const by = await coordinator();
    const { id, version } = await make('/v1/services', 'NewServiceRequest', by);
    return { as: by, at: `/v1/services/${id}${part}`, version };
  };

  const PREPARED: Readonly<Record<string, () => Promise<Ready>>> = {
    'OrganisationsController.create': async () => ({ as: asAdmin }),
    'OrganisationsController.patch': async () => ({ as: asAdmin, at: `/v1/organisations/${home}`, version: 1 }),
    'InvitationsController.inviteStaff': async () => ({ as: asAdmin }),
    'InvitationsController.acceptInvitation': async () => {
      const invited = { ...(API_EXAMPLES['InviteStaffRequest']?.['counsellor'] as object), email: 'ana@example.org' };
      const { body } = await asAdmin.post('/v1/staff').send(invited).expect(201);
      return { as: world.anonymous, put: { token: body.invitation.token } };
    },
    'StaffController.patch': staff,
    'StaffController.move': () => moves(staff()),
    'MembershipsController.create': async () => ({ as: asAdmin, at: `${(await staff()).at}/memberships` }),
    'MembershipsController.move': membership,
    ...preparedSigningIn(() => ({ world, home })),
    'ServicesController.create': async () => ({ as: await coordinator(), at: '/v1/services' }),
    'ServicesController.patch': () => service(),
    'ServicesController.moveOn': () => service('/moves'),
    'ServicesController.write': () => service('/eligibility'),
    'ServicesController.confirm': () => service('/capacity'),
    'ServiceMatchesController.list': () => inClient('service-matches'),
    'ClientsController.create': async () => ({ as }),
    'ClientsController.search': async () => ({ as }),
    'ClientsController.change': async () => ({ as, at: `/v1/clients/${(await client()).id}`, version: 1 }),
    'BreakGlassController.open': async () => ({
      as: world.as(await world.worker('physician')),
      at: `/v1/clients/${(await client()).id}/break-glass`,
    }),
    'BreakGlassController.move': async () => {
      const physician = world.as(await world.worker('physician'));
      const made = await make(`/v1/clients/${(await client()).id}/break-glass`, 'OpenBreakGlassRequest', physician);
      return { as: physician, at: `/v1/break-glass/${made.id}/moves`, version: made.version };
    },
    'NamesController.add': () => inClient('aliases'),
    'NamesController.change': () => nested('aliases', 'AddNameRequest'),
    'NamesController.move': () => moves(nested('aliases', 'AddNameRequest')),
    'ChannelsController.add': () => inClient('channels'),
    'ChannelsController.change': () => nested('channels', 'AddChannelRequest'),
    'ChannelsController.move': () => moves(nested('channels', 'AddChannelRequest')),
    'SupportersController.add': () => inClient('supporters'),
    'SupportersController.change': () => nested('supporters', 'AddSupporterRequest'),
    'SupportersController.move': () => moves(nested('supporters', 'AddSupporterRequest')),
    'CareTeamController.join': teamMate,
    'CareTeamController.move': teamMove,
    'ConsentsController.record': async () => ({ ...(await inClient('consents')), put: { organisationId: home } }),
    'ConsentsController.move': () => moves(consent()),
    'RecordLinksController.preview': () => twoRecords('preview'),
    'RecordLinksController.join': () => twoRecords(''),
    'RecordLinksController.move': linkMove,
    'PossibleDuplicatesController.setAside': async () => ({
      as,
      put: { clientId: (await client()).id, otherClientId: (await client()).id },
    }),
    'ContactsController.log': () => inClient('contacts'),
    'ContactsController.amend': () => own('contacts', 'LogContactRequest', 'contacts'),
    'ContactsController.move': () => moves(own('contacts', 'LogContactRequest', 'contacts')),
    'ContactBatchesController.log': async () => ({ as, put: { clientId: (await client()).id, id: newId() } }),
    'GoalsController.add': () => inClient('goals'),
    'GoalsController.change': goal,
    'GoalsController.move': goalMove,
    'GoalStepsController.add': async () => ({ as, at: `${(await goal()).at}/steps` }),
    'GoalStepsController.change': step,
    'GoalStepsController.move': () => moves(step()),
    'NeedsController.note': () => inClient('needs'),
    'NeedsController.change': need,
    'NeedsController.move': () => moves(need()),
    'NeedsController.plan': async () => ({ as, at: `${(await need()).at}/actions` }),
    'TasksController.open': () => inClient('tasks'),
    'TasksController.change': task,
    'TasksController.move': taskMove,
    'NoticesController.move': notice,
    'PlanPartsController.write': () => inClient('care-plan/sections'),
    'PlanPartsController.rewrite': () => own('care-plan/sections', 'WriteSectionRequest', 'plan-sections'),
    'PlanPartsController.sign': () => inClient('care-plan/sign-offs'),
    'HandLinksController.make': () => inClient('hand-links'),
    'HandLinksController.move': () => moves(own('hand-links', 'MakeHandLinkRequest', 'hand-links')),
    'MyController.open': async () => {
      const { made } = await under('hand-links', 'MakeHandLinkRequest');
      const { url, code } = made as Made & { url: string; code: string };
      return { as: world.anonymous, put: { link: url.split('/').at(-1), code } };
    },
    ...preparedKeeping(() => world, { home: () => maya.organisationId, inClient }),
  };

  const withPut = (value: unknown, put: Readonly<Record<string, unknown>>): unknown => {
    if (Array.isArray(value)) return value.map((each) => withPut(each, put));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, put[name] ?? withPut(part, put)]));
  };

  const refusalOf = async (ready: Ready, { method, path }: PlacedOperation, example: unknown) => {
    const { as: by, at = path, version, put = {} } = ready;
    const sending = by[method as 'post' | 'patch'](at);
    if (version !== undefined) void sending.set('if-match', `"${version}"`);
    const { status, text } = await sending.send(withPut(example, put) as object);
    return status < 300 && !text.includes('not_saved') ? undefined : `${status} ${text}`;
  };

  const examplesOf = ({ operation: { requestBody: body } }: PlacedOperation) => {
    const json = body && 'content' in body ? body.content['application/json'] : undefined;
    return Object.entries(API_EXAMPLES[referencesIn(json?.schema)[0] ?? ''] ?? {});
  };

  it('are taken as they are, but for ids and tokens', async () => {
    expect(API_EXAMPLES['LoginRequest']?.['login']).toMatchObject({ password: PASSWORD });
    const refused: string[] = [];
    for (const placed of operationsOf(world.app.get(ApiDocument).document)) {
      for (const [name, example] of examplesOf(placed)) {
        const ready = await PREPARED[placed.operation.operationId ?? '']?.();
        const refusal = ready ? await refusalOf(ready, placed, example) : 'nothing is prepared for it';
        if (refusal !== undefined) refused.push(`${placed.operation.operationId} ${name}: ${refusal}`);
      }
    }
    expect(refused).toEqual([]);
  }, 60_000);
});
