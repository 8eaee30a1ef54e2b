import { addDays, civilDateAt, instantWhen, type Instant } from '../kernel/civil-time.js';
import { joins, knows } from './acts/person.js';
import { section } from './acts/plan.js';
import { DEMO_ZONE } from './demo-places.js';
import { Told, type DemoRequest, type Entry, type Life } from './life.js';

/** The hour at which somebody opens a record with her. */
const FIRST_HOUR = '09:30';

/**
 * A life as the requests that plant it, in the order of time.
 *
 * @param now of the planting: every day of the life is counted back from its day
 * @throws Error when the life tells of something that is not there, of today, or of before it began
 */
export function requestsOf(life: Life, now: Instant): readonly DemoRequest[] {
  const today = civilDateAt(now, DEMO_ZONE);
  const told = new Told(life.goesBy, today);
  const begun = instantWhen(addDays(today, -life.since), FIRST_HOUR, DEMO_ZONE);
  return [...beginning(life), ...inOrder(life.story)].map(([daysAgo, time, as, act]) => {
    const at = instantWhen(addDays(today, -daysAgo), time, DEMO_ZONE);
    if (daysAgo < 1) throw new Error(`${life.goesBy} has an entry of today, which may lie in the future.`);
    if (at < begun) throw new Error(`${life.goesBy} has an entry of before anybody knew of them.`);
    return { at, as, ...act(told, as) };
  });
}

function beginning({ goesBy, worker, since, team = [], about, knowAboutMe, ...parts }: Life): readonly Entry[] {
  const { aliases = [], channels = [], supporters = [] } = parts;
  const acts = [
    knows.person({ goesBy, ...about }),
    ...(knowAboutMe === undefined ? [] : [section('know_about_me', knowAboutMe)]),
    ...aliases.map(knows.name),
    ...channels.map(knows.channel),
    ...supporters.map(knows.supporter),
    ...team.map((member) => joins(member)),
  ];
  return acts.map((act) => [since, FIRST_HOUR, worker, act]);
}

/** Entries of the same minute stay as they were written. */
const inOrder = (story: readonly Entry[]): readonly Entry[] =>
  [...story].sort(([daysA, timeA], [daysB, timeB]) => daysB - daysA || (timeA < timeB ? -1 : Number(timeA > timeB)));
