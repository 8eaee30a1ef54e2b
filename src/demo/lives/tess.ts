import { called, met, no, texted, tried, unknown, went, yes } from '../acts/contacts.js';
import { goal, goalIs, looks, need, needConfirmed, needIs, section, signs, step, stepIs } from '../acts/plan.js';
import { done, handedOver, task } from '../acts/tasks.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Life } from '../life.js';
import { TESS_IS_REFERRED } from './being-referred.js';

const { navigator: ana, counsellor: teo, physician: ines, coordinator: mei } = DEMO_WORKERS;

/** Three professions on one plan, and a goal set aside and taken up again. */
export const TESS: Life = {
  goesBy: 'Tess',
  worker: ana,
  since: 210,
  team: [teo, ines],
  about: { pronouns: 'they/them', languages: ['en'], birthDate: '1998-03-14', heardOfUs: 'friend_or_family' },
  channels: [
    { kind: 'phone', value: '403-555-0126', mayContact: true, mayLeaveVoicemail: true, sayWho: 'the bike shop' },
  ],
  supporters: [{ name: 'Ori', relation: 'roommate', mayBeTold: 'only_that_we_try_to_reach' }],
  story: [
    [
      209,
      '16:00',
      ana,
      met('community', 60, {
        startedBy: 'client',
        purposes: ['getting_to_know'],
        goalToday: 'Fix the brakes, then talk.',
        experienceShared: true,
      }),
    ],
    [208, '10:00', ana, goal('bikes', 'Work on bikes for money.', { rank: 1 })],
    [
      208,
      '10:05',
      ana,
      need('work_and_education', { ownWords: 'I want papers for what I can do anyway.', wantsHelp: 'yes', rank: 1 }),
    ],
    [207, '11:00', teo, met('clinic', 50, { answers: { mood_low: yes, feels_unsafe: unknown } })],
    [206, '11:00', teo, section('safety', 'Asks before a door is closed. Ori knows the word “tandem”: come now.')],
    [200, '09:30', ines, met('clinic', 30, { preparedVisit: true, answers: { cravings: yes } })],
    [199, '10:00', ana, section('what_helps', 'Hands busy while talking. Bring something to repair.')],
    [198, '10:00', ana, goalIs('bikes', 'begin')],
    [198, '10:10', ana, step('bikes', 'bikes-course', 'Ask when the mechanics course begins', -180)],
    [190, '13:00', ana, went('other', 'together', 45, { place: 'Adult learning centre' })],
    [181, '13:00', ana, stepIs('bikes-course', 'finish')],
    [180, '09:00', ana, needIs('work_and_education', 'begin')],
    [165, '10:00', ana, tried('phone', 'left_safe_message', { note: 'As the bike shop.' })],
    [
      160,
      '15:00',
      ana,
      called(30, {
        startedBy: 'client',
        note: 'Ori moved out. Everything is too loud. The course has to wait.',
        answers: { mood_low: yes, sleep_poor: yes },
      }),
    ],
    [159, '10:00', ana, goalIs('bikes', 'set_aside', 'Too loud right now.')],
    [159, '10:10', ana, needIs('work_and_education', 'set_aside', 'Later, they say.')],
    [150, '11:00', teo, met('community', 60, { note: 'We sat in the workshop and said nothing for a good while.' })],
    [121, '11:00', teo, met('clinic', 45, { answers: { mood_low: no, sleep_poor: unknown } })],
    [100, '10:00', ana, goalIs('bikes', 'take_up_again')],
    [100, '10:05', ana, needIs('work_and_education', 'reopen')],
    [99, '10:00', ana, needIs('work_and_education', 'begin')],
    [80, '10:00', mei, task('review', 'Bring the three of you together for the plan', { due: -60, of: 'counsellor' })],
    [61, '10:00', mei, handedOver('review', teo)],
    [55, '14:00', teo, done('review', 'Five days later than meant; everybody was there, Tess first.')],
    [55, '14:30', teo, signs],
    [55, '14:35', ines, signs],
    [54, '09:00', ana, signs],
    [33, '12:00', ana, needIs('work_and_education', 'meet', 'Certificate on the wall.')],
    [30, '12:00', ana, needConfirmed('work_and_education', 'document')],
    [29, '12:00', ana, goalIs('bikes', 'reach')],
    [15, '09:00', ines, looks],
    [8, '17:00', ana, texted({ startedBy: 'client', goalToday: 'Payday from a shop with my name on the shirt.' })],
    [6, '17:10', ana, goal('flat', 'A flat with room for a repair stand.', { rank: 1 })],
    [6, '17:15', ana, need('housing', { ownWords: 'A flat I pay for.', housingStatus: 'at_risk', wantsHelp: 'yes' })],
    [2, '11:00', teo, met('community', 30, { answers: { mood_low: no, cravings: no } })],
    [2, '12:00', teo, task('reference', 'Write the reference for the landlord', { due: 0 })],
    ...TESS_IS_REFERRED,
  ],
};
