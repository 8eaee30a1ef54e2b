import type { Id } from '../../src/kernel/ids.js';
import { birthMarks, nameMarks, reachMarks, type SearchMark } from '../../src/clients/domain/search-marks.js';
import { HEARD_OF_US } from '../../src/clients/domain/client.js';
import { MAY_BE_TOLD } from '../../src/clients/domain/supporter.js';
import { byname, firstName, phone, surname } from './invented.js';
import { civilDate, DAY, instant } from './moments.js';
import type { Person } from './person.js';

const PRONOUNS = ['she/her', 'he/him', 'they/them', 'elle', 'il'];
const LANGUAGES = [['en'], ['fr'], ['en', 'fr'], ['fr', 'en'], ['en', 'cr']];
const GROWN_UP = 19 * 365 * DAY;
const DECADES_OF_LIFE = 45 * 365 * DAY;

/** Who she is and how she is reached, with whom, and by what she is found. */
export async function identityRows(person: Person): Promise<void> {
  const { chance, since, peer } = person;
  const first = firstName(chance);
  const born = civilDate(person.size.today - GROWN_UP - Math.floor(chance.share() * DECADES_OF_LIFE));
  const birthDate = chance.happens(0.7) ? born : undefined;
  record(person, birthDate);
  team(person);
  if (birthDate !== undefined) await foundBy(person, person.id, birthMarks(birthDate));
  await name(person, 'goes_by', first);
  if (chance.happens(0.6)) await name(person, 'legal', `${first} ${surname(chance)}`);
  if (chance.happens(0.2)) await name(person, 'line', byname(chance));
  if (chance.happens(0.85)) await number(person);
  if (chance.happens(0.4)) {
    const id = chance.id(since);
    const words = { name: firstName(chance), relation: chance.one(['my aunt, sort of', 'ma sœur', 'a neighbour']) };
    const sealed = person.seal('supporter', { id, class: 'identity_contact' }, words);
    person.add('supporter', { id, may_be_told: chance.one(MAY_BE_TOLD), words: sealed, ...written(since, peer) });
  }
}

const written = (at: number, by: { readonly membershipId: Id }) => ({
  created_at: instant(at),
  created_by: by.membershipId,
});

function record(person: Person, birthDate: string | undefined): void {
  const { id, chance, since, place, peer, sealing } = person;
  const words = { pronouns: chance.one(PRONOUNS), ...(birthDate !== undefined && { birthDate }) };
  const row = { id, home_organisation_id: place.id, province: place.province, time_zone: place.zone };
  const sealed = person.seal('client', { id, class: 'identity_name' }, words);
  const heard = { languages: chance.one(LANGUAGES), heard_of_us: chance.one(HEARD_OF_US) };
  person.add('client', { ...row, ...heard, words: sealed, ...written(since, peer), updated_at: instant(since) });
  const wrapped = sealing.masterKeys.wrap(person.key.seals, `sealing_key/${id}`);
  person.add('sealing_key', { wrapped, created_at: instant(since) });
}

function team(person: Person): void {
  const { chance, peer, since } = person;
  for (const worker of person.team) {
    const started = worker === peer ? since : Math.min(since + chance.whole(0, 20) * DAY, person.size.today);
    person.add('care_team_member', {
      ...{ id: chance.id(started), membership_id: worker.membershipId, is_primary: worker === peer },
      ...{ started_at: instant(started), created_by: peer.membershipId },
    });
  }
}

async function name(person: Person, setting: string, called: string): Promise<void> {
  const id = person.chance.id(person.since);
  const words = person.seal('client_name', { id, class: 'identity_name' }, { name: called });
  person.add('client_name', { id, setting, words, ...written(person.since, person.peer) });
  await foundBy(person, id, nameMarks(called));
}

async function number(person: Person): Promise<void> {
  const { chance, since, peer } = person;
  const [id, value] = [chance.id(since), phone(chance)];
  const words = person.seal('channel', { id, class: 'identity_contact' }, { value, sayWho: 'the library' });
  const may = { may_contact: chance.happens(0.9), may_leave_voicemail: chance.happens(0.3), safe_hours: '[]' };
  person.add('channel', { id, kind: chance.one(['phone', 'text']), ...may, words, ...written(since, peer) });
  await foundBy(person, id, reachMarks(value));
}

async function foundBy(person: Person, sourceId: Id, marks: readonly SearchMark[]): Promise<void> {
  const tokens = await person.sealing.tokens.of(marks);
  const distinct = new Map(tokens.map((token) => [`${token.class} ${token.hmac.toString('hex')}`, token]));
  for (const token of distinct.values()) person.add('search_token', { source_id: sourceId, ...token });
}
