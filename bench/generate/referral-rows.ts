import type { Role } from '../../src/access/policy.js';
import { wish } from './invented.js';
import { DAY, instant } from './moments.js';
import type { Person } from './person.js';
import { receivers } from './places.js';

/** So many are open at the one organisation that everybody asks, and one of a client. */
const MOST = 10_000;
const INTAKE: Role = 'intake_worker';

interface Taken {
  readonly move: string;
  readonly to: string;
  readonly by: 'sender' | 'receiver';
  readonly because?: string;
}

const DRAFT: Taken = { move: 'draft', to: 'drafted', by: 'sender' };
const SEND: Taken = { move: 'send', to: 'sent', by: 'sender' };
const ASK: Taken = { move: 'ask', to: 'info_requested', by: 'receiver' };
const ACCEPT: Taken = { move: 'accept', to: 'accepted', by: 'receiver' };
const AWAIT: Taken = { move: 'await_step', to: 'preadmission_pending', by: 'receiver', because: 'documents' };
/** How far they have come. */
const COURSES = [
  ...[
    [DRAFT, SEND],
    [DRAFT, SEND, ASK],
    [DRAFT, SEND, ACCEPT],
  ],
  ...[
    [DRAFT, SEND, ACCEPT],
    [DRAFT, SEND, ACCEPT, AWAIT],
  ],
] as const satisfies readonly (readonly Taken[])[];
const SHARED = ['identity_name', 'coordination'];

/** What she asks of an organisation that does not keep her record, what she lets go along, and every move until now. */
export function referralRows(person: Person): void {
  const { chance, peer, size, number } = person;
  const answering = receivers(size).filter(({ role }) => role === INTAKE);
  if (number >= MOST || answering.length === 0) return;
  const [at, receiver] = [person.moment(), chance.one(answering)];
  const [id, consentId] = [chance.id(at), chance.id(at)];
  const moments = movesOf(person, { id, at, receiver: receiver.membershipId });
  const [last, sentAt] = [moments.at(-1), moments[1]?.at ?? at];
  if (!last) return;
  consent(person, consentId, at, receiver.organisationId);
  const sealed = (table: 'referral' | 'referral/asked', words: object) =>
    person.sealing.words.seal(person.key, { table, id, class: 'coordination' }, words);
  const asked =
    last.to === 'info_requested' ? { asked_words: sealed('referral/asked', { question: 'Which papers?' }) } : {};
  const sides = { sender_organisation_id: peer.organisationId, requested_by: peer.membershipId };
  const to = { receiver_kind: 'organisation', receiver_organisation_id: receiver.organisationId };
  person.add('referral', {
    ...{ id, asked_by: 'worker', ...sides, ...to, asks_for: 'housing', shared_classes: SHARED, consent_id: consentId },
    ...{ urgency: chance.one(['routine', 'soon', 'urgent']), state: last.to, round: 1, because: last.because ?? null },
    ...{ state_since: instant(last.at), next_step_by: instant(size.today + chance.whole(-20, 20) * DAY) },
    ...{ sent_at: instant(sentAt), words: sealed('referral', { reason: wish(chance) }), ...asked },
    ...{ created_at: instant(at), created_by: peer.membershipId, updated_at: instant(last.at), updated_by: last.who },
    version: moments.length,
  });
}

interface Course {
  readonly id: string;
  readonly at: number;
  readonly receiver: string;
}

function movesOf(person: Person, { id, at, receiver }: Course) {
  const { chance, size, peer } = person;
  const course: readonly Taken[] = chance.one(COURSES);
  const between = Math.max(1, Math.floor((size.today - at) / (course.length + 1)));
  return course.map((taken, step) => {
    const [moment, who] = [at + step * between, taken.by === 'sender' ? peer.membershipId : receiver];
    person.add('referral_move', {
      ...{
        id: chance.id(moment),
        referral_id: id,
        round: 1,
        move: taken.move,
        from_state: course[step - 1]?.to ?? null,
      },
      ...{
        to_state: taken.to,
        because: taken.because ?? null,
        party: taken.by,
        by_membership: who,
        at: instant(moment),
      },
      version: step + 1,
    });
    return { ...taken, at: moment, who };
  });
}

function consent(person: Person, id: string, at: number, to: string): void {
  const by = person.peer.membershipId;
  const words = person.seal('consent', { id, class: 'coordination' }, { ownWords: wish(person.chance) });
  person.add('consent', {
    ...{ id, decision: 'permit', recipient_kind: 'organisation', recipient_organisation_id: to, classes: SHARED },
    ...{ reach: 'referrals', valid_from: instant(at), how_given: 'in_person', explained_by: by, language: 'en' },
    ...{ copy_given: true, words, state: 'active', created_at: instant(at), created_by: by },
    ...{ updated_at: instant(at), updated_by: by },
  });
}
