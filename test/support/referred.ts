import type { Id } from '../../src/kernel/ids.js';
import { agrees, type Given } from './consents.js';
import type { Worker, World } from './world.js';

/** A programme where people stay, with somebody who takes in, and nothing else of their own. */
export interface Programme {
  readonly organisationId: Id;
  readonly serviceId: Id;
  readonly intake: Worker;
}

export interface Referred {
  readonly clientId: Id;
  readonly referralId: Id;
  readonly consent: Given;
}

interface Made {
  readonly id: Id;
  readonly version: number;
}

const SHARED = ['identity_name', 'coordination'] as const;

export async function programmeIn(world: World, kind = 'residential_programme'): Promise<Programme> {
  const organisationId = await world.organisation('residential_programme');
  const intake = await world.worker('intake_worker', organisationId);
  const service = { name: 'Ninety days', kind, languages: ['en'], lengthDays: 90 };
  const { body } = await world.as(intake).post('/v1/services').send(service).expect(201);
  return { organisationId, serviceId: (body as Made).id, intake };
}

/** One move of a referral, from the version that somebody read just now. */
export async function moveReferral(world: World, by: Worker, id: Id, wish: object) {
  const path = `/v1/referrals/${id}`;
  const { version } = (await world.as(by).get(path).expect(200)).body as Made;
  return world.as(by).post(`${path}/moves`).set('if-match', `"${version}"`).send(wish);
}

async function moved(world: World, by: Worker, id: Id, wish: object): Promise<void> {
  const { status, text } = await moveReferral(world, by, id, wish);
  if (status !== 200) throw new Error(`${status} ${text}`);
}

async function draft(world: World, by: Worker, subject: string, wish: object): Promise<Id> {
  const { body } = await world
    .as(by)
    .post(`${subject}/referrals`)
    .send({ asksFor: 'residential_programme', askedBy: 'client', urgency: 'soon', ...wish })
    .expect(201);
  return (body as Made).id;
}

/** A client of this worker, who agreed that they are referred there; accepted, so that dates are offered from now on. */
export async function referTo(
  world: World,
  by: Worker,
  programme: Programme,
  waits?: { readonly placeInLine?: number; readonly reviewOn?: string },
): Promise<Referred> {
  const { body } = await world.as(by).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201);
  const referred = await acceptedBy(world, by, (body as Made).id, programme);
  if (waits) await moved(world, programme.intake, referred.referralId, { move: 'put_on_waiting_list', ...waits });
  return referred;
}

async function acceptedBy(
  world: World,
  by: Worker,
  clientId: Id,
  { organisationId, serviceId, intake }: Programme,
): Promise<Referred> {
  const recipient = { organisationId };
  const consent = await agrees(world, by, clientId, { recipient, classes: SHARED, reach: 'referrals' });
  const referralId = await draft(world, by, `/v1/clients/${clientId}`, { serviceId, sharedClasses: SHARED });
  await moved(world, by, referralId, { move: 'send' });
  await moved(world, intake, referralId, { move: 'accept' });
  return { clientId, referralId, consent };
}

/** She is referred to a programme, came on the first date, and stays there. */
export async function cameToStay(world: World, by: Worker, clientId: Id) {
  const programme = await programmeIn(world);
  const { referralId } = await acceptedBy(world, by, clientId, programme);
  const intake = world.as(programme.intake);
  const walkedIn = { offeredFor: world.now, zone: 'America/Edmonton', channel: 'in_person', outcome: 'attended' };
  const { body } = await intake.post(`/v1/referrals/${referralId}/attempts`).send(walkedIn).expect(201);
  const { body: stays } = await world.as(by).get(`/v1/clients/${clientId}/stays`).expect(200);
  return { referralId, attemptId: (body as Made).id, stayId: (stays as { items: Made[] }).items[0]?.id };
}

/** Sent to a house, under the consent that names it, with these classes. */
export async function sentTo(world: World, by: Worker, clientId: Id, wish: object): Promise<Id> {
  const id = await draft(world, by, `/v1/clients/${clientId}`, wish);
  await moved(world, by, id, { move: 'send' });
  return id;
}

/** Somebody who called this operator's line, who said on the call that they want to go there. */
export async function referCaller(world: World, by: Worker, { serviceId }: Programme): Promise<Id> {
  const { body } = await world.as(by).post('/v1/line/callers').send({ alias: 'Plover', language: 'en' }).expect(201);
  const caller = `/v1/line/callers/${(body as Made).id}`;
  const id = await draft(world, by, caller, { serviceId, sharedClasses: SHARED, agreedHow: 'phone' });
  await moved(world, by, id, { move: 'send' });
  return id;
}
