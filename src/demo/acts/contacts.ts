import type { Answers } from '../../contacts/domain/answer.js';
import type {
  Accompaniment,
  AccompaniedTo,
  ContactChannel,
  Outcome,
  Setting,
} from '../../contacts/domain/contact.codes.js';
import type { ContactFacts, ContactWords } from '../../contacts/domain/contact.js';
import type { DemoWorker } from '../demo-places.js';
import type { Act } from '../life.js';

/** What is written down beside channel and outcome. */
export interface Noted extends Partial<Omit<ContactFacts, 'channel' | 'outcome' | 'happenedAt'>>, ContactWords {
  readonly answers?: Answers;
  readonly followUps?: readonly FollowUp[];
}

interface FollowUp {
  readonly title: string;
  readonly kind?: string;
  /** In days from the day of planting. */
  readonly due?: number;
  readonly by?: DemoWorker;
}

interface Contacted extends Noted, Pick<ContactFacts, 'channel' | 'outcome'> {}

const contact =
  ({ followUps = [], ...noted }: Contacted): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/contacts`,
    body: {
      id: told.makeNext('contact'),
      ...noted,
      ...(followUps.length > 0 && {
        followUps: followUps.map(({ title, kind, due, by }) => ({
          title,
          ...(kind !== undefined && { kind }),
          ...(due !== undefined && { dueOn: told.day(due) }),
          ...(by !== undefined && { owner: { membershipId: by.membershipId } }),
        })),
      }),
    },
  });

export const met = (setting: Setting, minutes: number, noted: Noted = {}): Act =>
  contact({ channel: 'in_person', outcome: 'reached', setting, minutes, ...noted });

export const called = (minutes: number, noted: Noted = {}): Act =>
  contact({ channel: 'phone', outcome: 'reached', minutes, ...noted });

export const texted = (noted: Noted = {}): Act => contact({ channel: 'text', outcome: 'reached', ...noted });

/** Somebody did what they could. */
export const tried = (channel: ContactChannel, outcome: Outcome = 'no_answer', noted: Noted = {}): Act =>
  contact({ channel, outcome, ...noted });

/** Accompanied, or by now alone. */
export const went = (
  accompaniedTo: AccompaniedTo,
  accompaniment: Accompaniment,
  minutes: number,
  noted: Noted = {},
): Act =>
  contact({
    ...{ channel: accompaniment === 'goes_alone' ? 'phone' : 'in_person', outcome: 'reached', minutes },
    ...{ purposes: ['accompaniment'], accompaniedTo, accompaniment },
    ...noted,
  });

export const yes = { answer: 'yes' } as const;
export const no = { answer: 'no' } as const;
export const unknown = { answer: 'unknown' } as const;
