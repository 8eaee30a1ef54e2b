import type { Id } from '../../src/kernel/ids.js';
import { newId } from '../../src/kernel/ids.js';
import type { Referral } from '../../src/referrals/domain/referral.js';
import { ReferralStore } from '../../src/referrals/persistence/referral.store.js';
import { agrees, type Given } from './consents.js';
import { act } from './client-record.js';
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

const SHARED = ['identity_name', 'coordination'] as const;

export async function programmeIn(world: World, wish: object = {}): Promise<Programme> {
  const organisationId = await world.organisation('residential_programme');
  const intake = await world.worker('intake_worker', organisationId);
  const { body } = await world
    .as(intake)
    .post('/v1/services')
    .send({
      ...{ name: 'Ninety days', kind: 'residential_programme', languages: ['en'], lengthDays: 90, ...wish },
    })
    .expect(201);
  return { organisationId, serviceId: (body as { id: Id }).id, intake };
}

/** A client of this worker, who agreed that they are referred there, at the point where dates are offered. */
export async function referTo(
  world: World,
  by: Worker,
  { organisationId, serviceId }: Programme,
  wish: Partial<Referral> = {},
): Promise<Referred> {
  const { body } = await world.as(by).post('/v1/clients').send({ goesBy: 'Wren' }).expect(201);
  const clientId = (body as { id: Id }).id;
  const recipient = { organisationId };
  const consent = await agrees(world, by, clientId, { recipient, classes: SHARED, reach: 'referrals' });
  const referralId = newId();
  const of = { id: referralId, clientId, callerId: null, consentId: consent.id };
  await put(world, by, { ...accepted(world.now, by, { organisationId, serviceId }), ...of, ...wish });
  return { clientId, referralId, consent };
}

/** Somebody who called this operator's line, who said on the call that they want to go there. */
export async function referCaller(world: World, by: Worker, to: Pick<Programme, 'organisationId' | 'serviceId'>) {
  const { body } = await world.as(by).post('/v1/line/callers').send({ alias: 'Plover', language: 'en' }).expect(201);
  const [referralId, callerId] = [newId(), (body as { id: Id }).id];
  const of = { id: referralId, clientId: null, callerId, agreedHow: 'phone', agreedAt: world.now } as const;
  await put(world, by, { ...accepted(world.now, by, to), ...of });
  return { referralId, callerId };
}

const put = (world: World, by: Worker, referral: Referral): Promise<void> =>
  act(world, by, (tx) => world.app.get(ReferralStore).add(tx, referral, { reason: 'A quiet place.' }));

function accepted(
  at: string,
  by: Worker,
  { organisationId, serviceId }: Pick<Programme, 'organisationId' | 'serviceId'>,
) {
  const referral: Referral = {
    ...{ id: newId(), clientId: null, callerId: null, class: 'coordination', followsId: null, askedBy: 'client' },
    ...{ senderOrganisationId: by.organisationId, requestedBy: by.membershipId },
    ...{ receiverKind: 'service', receiverOrganisationId: organisationId, serviceId, outsideBy: null },
    ...{ asksFor: 'residential_programme', urgency: 'soon', sharedClasses: SHARED, consentId: null },
    ...{ agreedHow: null, agreedAt: null, agreedUntil: null, agreementEndedAt: null, answerBy: null },
    ...{ state: 'accepted', round: 1, because: null, stateSince: at, nextStepBy: null, reviewOn: null },
    ...{ placeInLine: null, sentAt: at, endedAt: null, knownToSenderAt: null, knownToClientAt: null },
    ...{ createdAt: at, createdBy: by.membershipId, updatedAt: at, updatedBy: by.membershipId, version: 1 },
  };
  return referral;
}
