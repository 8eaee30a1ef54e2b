import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiComments } from './platform/http/openapi/comments.js';

/** What each part of the API is for, in the order in which somebody meets them. */
export const API_TAGS: readonly { readonly name: string; readonly description: string }[] = [
  {
    name: 'entrance',
    description: 'Where somebody arrives who knows nothing but the address; and what a problem means.',
  },
  { name: 'session', description: 'Signing in and out, and for which membership a worker acts.' },
  {
    name: 'organisations, staff',
    description: 'Who works with this service: organisations, their staff and their roles.',
  },
  {
    name: 'clients',
    description: 'Who the client is, how they may safely be reached, who stands by them and who works with them.',
  },
  {
    name: 'emergency access',
    description:
      'One record opened in an emergency, with a reason, for an hour; told at once, and reviewed by somebody else.',
  },
  {
    name: 'joined records',
    description:
      'Two records of one person, joined with their agreement and parted again; and which may be one person’s.',
  },
  {
    name: 'contacts',
    description: 'What was said and done with the client, also when it was written down without a connection.',
  },
  { name: 'needs', description: 'What the client needs, in their own order, from found to confirmed.' },
  {
    name: 'services',
    description: 'What somebody can be referred to: what it asks for, and how many places were free when.',
  },
  {
    name: 'response line',
    description: 'Who calls a line, known by what they chose to say; and what a client takes along from there.',
  },
  {
    name: 'referrals',
    description: 'Who was asked for what for whom, what goes along, where it is stuck, and who owes the next step.',
  },
  {
    name: 'attempts, stays',
    description: 'Every date that was offered and what came of it, tries to reach somebody, and stays.',
  },
  {
    name: 'waiting list, beds',
    description: 'Who waits for a service, which beds it has, and what was offered to whom.',
  },
  {
    name: 'care plan',
    description:
      'The shared plan: the client’s goals and their steps, its written parts, what changed and who has seen it.',
  },
  { name: 'today', description: 'What is owed, by whom and until when; and what happened that somebody should know.' },
  {
    name: 'consent, privacy',
    description: 'What the client agreed to, who looked at the record and on which ground, and what was given out.',
  },
  {
    name: 'client’s own pages',
    description: 'What a client without an account sees in a browser, by a link and a code.',
  },
  {
    name: 'receiver’s own pages',
    description: 'What a receiver without an account sees in a browser of the one referral that a link is for.',
  },
  { name: 'operations', description: 'For probes and load balancers.' },
];

/** What a member of this name is wherever no comment says more: said once, because it is the same everywhere. */
export const API_NAMES: Readonly<Record<string, string>> = {
  accompaniedTo: 'Where to somebody went with the client.',
  accompaniment: 'How far the client is on the way to going alone.',
  actions: 'What was done in it.',
  answers: 'What was asked, and what the client said.',
  birthDate: 'Where the client gave it.',
  channel: 'How you met or tried to.',
  class: 'The kind of data it is: who may read it follows from this.',
  clientId: 'Whom it is about.',
  code: 'Stays the same in every language.',
  copyGiven: 'Whether the client has a copy.',
  cravings: 'Are there cravings?',
  createdAt: 'When it was written down.',
  createdBy: 'The membership that wrote it down.',
  decision: 'A no beats every yes.',
  displayName: 'As colleagues see it.',
  due: 'By a day or by an instant; null: by no time.',
  dueOn: 'A day to aim at. Nothing happens by itself when it has passed.',
  email: 'In lower case.',
  endedAt: 'Null while it stands.',
  feels_unsafe: 'Does the client feel unsafe?',
  goalToday: 'The client’s goal today, in their own words.',
  ground: 'Why you see it: what your access rests on.',
  happenedAt: 'The real time, also when it was written down later.',
  heardOfUs: 'How the client came to know of the service.',
  homeOrganisationId: 'The organisation that made the record.',
  id: 'A UUID in lower case. In a request your own, for work without a connection; otherwise one is made.',
  language: 'In which the service speaks to this worker.',
  languages: 'Language tags; the one preferred first.',
  mayContact: 'Whether the client may be reached on it at all.',
  mayLeaveVoicemail: 'Whether a message may be left.',
  membershipId: 'A worker in a role at an organisation.',
  minutes: 'How long it took.',
  mood_low: 'Is the client’s mood low?',
  move: 'One of the moves that are open from where it stands.',
  naloxone: 'Whether a kit was offered or given, or the client has one.',
  naloxoneKits: 'How many were given.',
  needs_food: 'Does the client need food?',
  needs_place_tonight: 'Does the client need a place for tonight?',
  next: 'The cursor of the next page; absent on the last one.',
  note: 'Free text, sealed with the client’s key.',
  openMoves: 'What you may do with it now.',
  organisationId: 'An organisation of the directory.',
  outcome: 'Whether the client was reached, and if not, why.',
  owner: 'Who owes it: one membership, or whoever holds a role.',
  ownWords: 'In their own words.',
  place: 'Where exactly.',
  preparedVisit: 'The client was prepared for a visit.',
  pronouns: 'As the client gave them.',
  province: 'Two letters, as Canada Post writes them.',
  purposes: 'What it was for.',
  reachedBy: 'How this person is reached.',
  recordedAt: 'When it was written down.',
  relation: 'Who this is to the client, in their words.',
  role: 'What a worker may do and see follows from it.',
  rule: 'Why: by your role, or by what the client agreed to.',
  safeHours: 'In the client’s own time zone; none named: any hour.',
  sayWhat: 'What may be said there.',
  sayWho: 'Who to say one is.',
  setting: 'Where it was, or where a name is used.',
  sleep_poor: 'Does the client sleep badly?',
  startedAt: 'When it began.',
  startedBy: 'From whom it came.',
  state: 'Where it stands now.',
  substance_use_today: 'Does the client expect to use today, or did they?',
  teamNote: 'What those who work on it add.',
  text: 'What it says.',
  timeZone: 'An IANA time zone.',
  title: 'In a few words.',
  updatedAt: 'When it last changed.',
  version: 'Grows with each change; also as `ETag`.',
  withdrawal: 'Are there signs of withdrawal?',
  withheld: 'What you do not see, whether or not there is anything.',
  workedOnBy: 'The client, or a member of the staff with them.',
};

/** Written by `npm run client`, because the programme runs without its comments. */
export const apiComments = (): ApiComments =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'api-comments.json'), 'utf8')) as ApiComments;
