import type { Row } from './copy-text.js';
import { errand } from './invented.js';
import { civilDate, DAY, instant } from './moments.js';
import type { Person } from './person.js';

/** Days from today, so that some are overdue, some due today and some far off. */
const DUE = { earliest: -6, latest: 25 } as const;

/** What is owed to her, and what was. */
export function taskRows(person: Person): void {
  const { chance } = person;
  for (let made = chance.whole(0, 2); made > 0; made -= 1) open(person);
  if (chance.happens(0.8)) done(person);
}

function task(person: Person, due: number): Row & { readonly id: string } {
  const { chance, place, peer } = person;
  const at = person.moment();
  const id = chance.id(at);
  const forRole = chance.happens(0.1);
  return {
    ...{ id, client_id: person.id, class: 'coordination', kind: 'follow_up', zone: place.zone, version: 1 },
    words: person.seal('task', { id, class: 'coordination' }, { title: errand(chance) }),
    ...{ owner_organisation_id: place.id, owner_membership_id: forRole ? null : peer.membershipId },
    ...{ owner_role: forRole ? 'physician' : null, state: 'open' },
    ...{ due_on: civilDate(due), due_at: instant(due + DAY / 4), overdue_at: instant(due + DAY + DAY / 4) },
    ...{ created_at: instant(at), created_by: peer.membershipId },
    ...{ updated_at: instant(at), updated_by: peer.membershipId },
  };
}

const moved = (after: Row, move: Row): Row => ({
  ...{ task_id: after['id'], version: after['version'], class: after['class'], to_state: after['state'] },
  ...{ owner_organisation_id: after['owner_organisation_id'], owner_membership_id: after['owner_membership_id'] },
  ...{ owner_role: after['owner_role'], at: after['updated_at'], by_membership: after['updated_by'] },
  ...move,
});

function open(person: Person): void {
  const opened = task(person, person.size.today + person.chance.whole(DUE.earliest, DUE.latest) * DAY);
  person.add('task', opened);
  person.add('task_move', moved(opened, { move: 'open' }));
}

function done(person: Person): void {
  const due = person.size.today - person.chance.whole(10, 300) * DAY;
  const opened = task(person, due);
  const completed = { ...opened, state: 'done', version: 2, updated_at: instant(person.size.today - DAY) };
  person.add('task', completed);
  person.add('task_move', moved(opened, { move: 'open' }));
  person.add('task_move', moved(completed, { move: 'complete', from_state: 'open' }));
}
