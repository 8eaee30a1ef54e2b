import { ROLE_CEILINGS } from '../../src/access/policy.js';
import { planRead } from '../../src/care-plan/domain/care-plan.events.js';
import { SECTION_CLASS, SECTIONS } from '../../src/care-plan/domain/plan-section.js';
import { classOf, DOMAINS } from '../../src/needs/domain/need.domains.js';
import { aboutMe, step, wish } from './invented.js';
import { civilDate, DAY, instant } from './moments.js';
import type { Person } from './person.js';
import type { Worker } from './places.js';

/** What her plan is made of beside contacts and tasks; and who has looked at it, so that something changed since. */
export function planRows(person: Person): void {
  const { chance } = person;
  for (let rank = chance.whole(1, 3); rank > 0; rank -= 1) goal(person, rank);
  for (let rank = chance.whole(1, 4); rank > 0; rank -= 1) need(person, rank);
  for (const section of SECTIONS.slice(0, chance.whole(0, SECTIONS.length))) {
    const [at, of] = [person.moment(), SECTION_CLASS[section]];
    const id = chance.id(at);
    const words = person.seal('plan_section', { id, class: of }, { text: aboutMe(chance) });
    const by = person.physician.membershipId;
    person.add('plan_section', { id, class: of, section, words, written_by: by, written_at: instant(at) });
  }
  if (chance.happens(0.3)) signOff(person, person.physician);
  for (const worker of person.team) look(person, worker);
}

const written = (at: number, by: Worker) => ({
  ...{ created_at: instant(at), created_by: by.membershipId },
  ...{ updated_at: instant(at), updated_by: by.membershipId },
});

function goal(person: Person, rank: number): void {
  const { chance, peer } = person;
  const at = person.moment();
  const id = chance.id(at);
  const words = person.seal('goal', { id, class: 'coordination' }, { ownWords: wish(chance) });
  const who = { worked_on_by: 'member', worked_on_by_membership_id: peer.membershipId };
  person.add('goal', { id, class: 'coordination', state: 'named', rank, ...who, words, ...written(at, peer) });
  for (let made = chance.whole(0, 3); made > 0; made -= 1) {
    const stepId = chance.id(at);
    const text = person.seal('goal_step', { id: stepId, class: 'coordination' }, { text: step(chance) });
    const due = { due_on: civilDate(person.size.today + chance.whole(-20, 40) * DAY) };
    const row = { id: stepId, class: 'coordination', goal_id: id, state: 'open', worked_on_by: 'client', ...due };
    person.add('goal_step', { ...row, words: text, ...written(at, peer) });
  }
}

function need(person: Person, rank: number): void {
  const { chance, peer } = person;
  const [at, domain] = [person.moment(), chance.one(DOMAINS)];
  const [id, of] = [chance.id(at), classOf(domain)];
  const words = person.seal('need', { id, class: of }, { ownWords: wish(chance) });
  const row = { id, class: of, domain, state: 'found', wants_help: chance.one(['yes', 'yes', 'not_now']), rank };
  const housing = domain === 'housing' ? { housing_status: 'provisionally_accommodated' } : {};
  person.add('need', { ...row, ...housing, words, ...written(at, peer) });
}

function signOff(person: Person, by: Worker): void {
  const at = person.moment();
  person.add('plan_sign_off', {
    ...{ id: person.chance.id(at), membership_id: by.membershipId, role: by.role, plan_as_of: instant(at) },
    ...{ seen_classes: ROLE_CEILINGS[by.role]?.read ?? [], signed_at: instant(at) },
  });
}

/** Not after her newest records only: some days ago. */
function look(person: Person, by: Worker): void {
  const { chance, size, id } = person;
  const at = Math.max(person.since, size.today - chance.whole(1, 30) * DAY);
  const ground = { basis: 'care_team', basisId: id };
  const { event, classes } = planRead(id, { ground }, ROLE_CEILINGS[by.role]?.read ?? []);
  person.add('audit_entry', {
    ...{ id: chance.id(at), at: instant(at), request_id: chance.id(at), person_id: by.staffId, role: by.role },
    ...{ membership_id: by.membershipId, organisation_id: by.organisationId, event, outcome: 'done', classes },
    ...{ ground: ground.basis, ground_id: ground.basisId, purpose: 'care_management', facts: '{}' },
  });
}
