import type { BeforeOthers, OfferedBy, Outcome } from '../../admissions/domain/attempt.codes.js';
import type { StayEnd } from '../../admissions/domain/stay.codes.js';
import { instantWhen, type CivilTime, type Instant } from '../../kernel/civil-time.js';
import { demoId } from '../demo-id.js';
import { DEMO_ZONE, type DemoWorker } from '../demo-places.js';
import { demoBed } from '../demo-services.js';
import type { Act, Told } from '../life.js';

/** One of three receives it. */
interface Asked {
  readonly service?: string;
  /** Where this worker works. */
  readonly at?: DemoWorker;
  readonly outside?: Readonly<Record<string, string>>;
  readonly asksFor: string;
  readonly urgency?: string;
  readonly reason: string;
  readonly ownWords: string;
  readonly goal?: string;
  readonly needs?: readonly string[];
  /** Where no consent says it, as one to whoever is outside. */
  readonly agreedHow?: string;
  /** The caller whose referral from the line this one comes after. */
  readonly after?: string;
  /** What is told along, by class. */
  readonly told?: Readonly<Record<string, string>>;
}

/** A date moves its referral along, so the referral has another version afterwards. */
function movedAlong(told: Told, referral: string): string {
  return told.change(`referral/${referral}`).id;
}

export const refers =
  (key: string, { service, at, goal, needs, after, told: pieces = {}, ...asked }: Asked): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/referrals`,
    body: {
      ...{ id: told.make(`referral/${key}`), askedBy: 'client', ...asked },
      ...(service !== undefined && { serviceId: demoId(`service/${service}`) }),
      ...(at !== undefined && { receiverOrganisationId: at.organisationId }),
      sharedClasses: [
        'identity_name',
        'coordination',
        ...Object.keys(pieces).filter((name) => name !== 'coordination'),
      ],
      summaries: Object.entries(pieces).map(([name, text]) => ({ class: name, text })),
      ...(after !== undefined && { followsId: demoId(`caller/${after}/referral`) }),
      ...(goal !== undefined && { goalIds: [told.known(`goal/${goal}`)] }),
      ...(needs !== undefined && { needIds: needs.map((domain) => told.known(`need/${domain}`)) }),
    },
  });

export const referralIs =
  (key: string, move: string, more: Readonly<Record<string, unknown>> = {}): Act =>
  (told) => {
    const { id, version } = told.change(`referral/${key}`);
    return { method: 'POST', path: `/v1/referrals/${id}/moves`, version, body: { move, ...more } };
  };

/** @param reviewIn in days from the day of planting */
export const waits =
  (key: string, { place, reviewIn }: { readonly place: number; readonly reviewIn: number }): Act =>
  (told, by) =>
    referralIs(key, 'put_on_waiting_list', { placeInLine: place, reviewOn: told.day(reviewIn) })(told, by);

/** In days from the day of planting, on the clinic's clock. */
type Moment = readonly [day: number, time: CivilTime];

interface Offered {
  readonly channel?: OfferedBy;
  readonly note?: string;
  /** Of the residence, by its label. */
  readonly bed?: string;
  readonly answerBy?: Moment;
  readonly beforeOthersBecause?: BeforeOthers;
}

export const offersDate =
  (referral: string, key: string, when: Moment, { channel = 'phone', bed, answerBy, ...said }: Offered = {}): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/referrals/${movedAlong(told, referral)}/attempts`,
    body: {
      ...{ id: told.make(`attempt/${key}`), offeredFor: momentOf(told, when), zone: DEMO_ZONE, channel, ...said },
      ...(bed !== undefined && { bedId: demoBed(bed) }),
      ...(answerBy !== undefined && { answerBy: momentOf(told, answerBy) }),
    },
  });

const momentOf = (told: Told, [day, time]: Moment): Instant => instantWhen(told.day(day), time, DEMO_ZONE);

export const confirmsDate =
  (referral: string, key: string): Act =>
  (told) => {
    movedAlong(told, referral);
    const { id, version } = told.change(`attempt/${key}`);
    return {
      method: 'POST',
      path: `/v1/attempts/${id}/moves`,
      version,
      body: { move: 'confirm', channel: 'in_person' },
    };
  };

interface CameOfIt {
  readonly inTheWay?: string;
  readonly wouldHelp?: string;
}

/** Where it was attended, a stay begins with it. */
export const dateEnds =
  (referral: string, key: string, outcome: Outcome, said: CameOfIt = {}): Act =>
  (told) => {
    movedAlong(told, referral);
    const { id, version } = told.change(`attempt/${key}`);
    const stay = outcome === 'attended' && { stayId: told.make(`stay/${referral}`) };
    return {
      method: 'POST',
      path: `/v1/attempts/${id}/moves`,
      version,
      body: { move: 'end', outcome, ...said, ...stay },
    };
  };

export const leavesFor =
  (referral: string, because: string): Act =>
  (told) => {
    const { id, version } = told.change(`stay/${referral}`);
    return { method: 'POST', path: `/v1/stays/${id}/moves`, version, body: { move: 'leave', leave: { because } } };
  };

export const comesBack =
  (referral: string): Act =>
  (told) => {
    const { id, version } = told.change(`stay/${referral}`);
    return { method: 'POST', path: `/v1/stays/${id}/moves`, version, body: { move: 'return' } };
  };

export const stayEnds =
  (referral: string, because: StayEnd, note: string): Act =>
  (told) => {
    movedAlong(told, referral);
    const { id, version } = told.change(`stay/${referral}`);
    const end = { because, naloxone: 'given', toldOfLowerTolerance: true, note };
    return { method: 'POST', path: `/v1/stays/${id}/moves`, version, body: { move: 'end', end } };
  };

export const tellsOutcome =
  (key: string, to: 'sender' | 'client'): Act =>
  (told) => {
    const { id, version } = told.change(`referral/${key}`);
    return { method: 'POST', path: `/v1/referrals/${id}/outcome-known`, version, body: { to } };
  };
