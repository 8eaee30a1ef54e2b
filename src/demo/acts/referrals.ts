import type { Outcome } from '../../admissions/domain/attempt.codes.js';
import type { StayEnd } from '../../admissions/domain/stay.codes.js';
import { instantWhen, type CivilTime } from '../../kernel/civil-time.js';
import { demoId } from '../demo-id.js';
import { DEMO_ZONE } from '../demo-places.js';
import type { Act, Told } from '../life.js';

interface Asked {
  readonly service: string;
  readonly asksFor: string;
  readonly urgency?: string;
  readonly reason: string;
  readonly ownWords: string;
  readonly goal?: string;
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
  (key: string, { service, goal, after, told: pieces = {}, ...asked }: Asked): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/referrals`,
    body: {
      ...{ id: told.make(`referral/${key}`), serviceId: demoId(`service/${service}`), askedBy: 'client', ...asked },
      sharedClasses: [
        'identity_name',
        'coordination',
        ...Object.keys(pieces).filter((name) => name !== 'coordination'),
      ],
      summaries: Object.entries(pieces).map(([name, text]) => ({ class: name, text })),
      ...(after !== undefined && { followsId: demoId(`caller/${after}/referral`) }),
      ...(goal !== undefined && { goalIds: [told.known(`goal/${goal}`)] }),
    },
  });

export const referralIs =
  (key: string, move: string, more: Readonly<Record<string, unknown>> = {}): Act =>
  (told) => {
    const { id, version } = told.change(`referral/${key}`);
    return { method: 'POST', path: `/v1/referrals/${id}/moves`, version, body: { move, ...more } };
  };

/** In days from the day of planting. */
export const offersDate =
  (referral: string, key: string, [day, time]: readonly [number, CivilTime], note?: string): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/referrals/${movedAlong(told, referral)}/attempts`,
    body: {
      ...{ id: told.make(`attempt/${key}`), offeredFor: instantWhen(told.day(day), time, DEMO_ZONE), zone: DEMO_ZONE },
      ...{ channel: 'phone', ...(note !== undefined && { note }) },
    },
  });

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
