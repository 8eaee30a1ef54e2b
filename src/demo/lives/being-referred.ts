import { shares } from '../acts/consents.js';
import { need } from '../acts/plan.js';
import { confirmsDate, dateEnds, offersDate, referralIs, refers, waits } from '../acts/referrals.js';
import { DEMO_WORKERS } from '../demo-places.js';
import type { Entry } from '../life.js';

const { navigator: ana, navigatrice: maude, counsellor: teo, intake: robin, housing: pat } = DEMO_WORKERS;

/** What a house learns with a referral, and nothing beside it. */
const withDoorstep = { at: pat, classes: ['identity_name', 'coordination'], reach: 'referrals' } as const;
const withLarch = { at: robin, classes: ['identity_name', 'coordination'], reach: 'referrals' } as const;

/** After months in line there is a day to look at the room. */
export const JOSIE_IS_REFERRED: readonly Entry[] = [
  [94, '10:00', maude, shares('doorstep', { ...withDoorstep, ownWords: 'Qu’ils sachent comment je m’appelle.' })],
  [
    94,
    '10:10',
    maude,
    refers('rooms', {
      ...{ service: 'rooms', asksFor: 'housing', urgency: 'soon', needs: ['housing'] },
      reason: 'Sa maison est vendue ; elle cherche une chambre où quelqu’un parle français.',
      ownWords: 'Une porte, et le train pas trop loin.',
    }),
  ],
  [94, '10:15', maude, referralIs('rooms', 'send')],
  [92, '14:00', pat, referralIs('rooms', 'accept')],
  [92, '14:05', pat, waits('rooms', { place: 9, reviewIn: -30 })],
  [30, '14:00', pat, waits('rooms', { place: 1, reviewIn: 5 })],
  [5, '11:00', pat, offersDate('rooms', 'visit', [3, '10:00'], { note: 'Ring twice. Bring the identity card.' })],
  [3, '18:10', maude, confirmsDate('rooms', 'visit')],
];

export const TESS_IS_REFERRED: readonly Entry[] = [
  [5, '10:00', ana, shares('doorstep', { ...withDoorstep, ownWords: 'They can have my name. Not the rest.' })],
  [
    5,
    '10:10',
    ana,
    refers('rooms', {
      ...{ service: 'rooms', asksFor: 'housing', goal: 'flat', needs: ['housing'] },
      reason: 'Works now, and looks for a flat of their own.',
      ownWords: 'With room for a repair stand.',
    }),
  ],
  [5, '10:15', ana, referralIs('rooms', 'send')],
  [4, '09:00', pat, referralIs('rooms', 'accept')],
  [4, '09:05', pat, waits('rooms', { place: 32, reviewIn: 24 })],
];

/** The house asked something, and nobody at the clinic answered yet. */
export const BLAISE_IS_REFERRED: readonly Entry[] = [
  [6, '12:10', maude, shares('doorstep', { ...withDoorstep, ownWords: 'Mon nom, et que je dors mal au refuge.' })],
  [
    6,
    '12:20',
    maude,
    refers('rooms', {
      ...{ service: 'rooms', asksFor: 'housing', urgency: 'soon', needs: ['housing', 'identity_documents'] },
      reason: 'Il dort au refuge et n’y trouve pas le repos.',
      ownWords: 'Une chambre plus calme.',
    }),
  ],
  [6, '12:30', maude, referralIs('rooms', 'send')],
  [
    5,
    '09:00',
    pat,
    referralIs('rooms', 'ask', {
      question: 'Is there an identity card by now, or a letter that says it is on its way?',
    }),
  ],
];

/** Asked for last night, and not answered: it stands first in both boxes. */
export const JAMIE_IS_REFERRED: readonly Entry[] = [
  [
    1,
    '20:00',
    ana,
    shares('doorstep', { ...withDoorstep, howGiven: 'written', ownWords: 'If they have a couch, yes.' }),
  ],
  [
    1,
    '20:05',
    ana,
    refers('couch', {
      ...{ at: pat, asksFor: 'housing', urgency: 'tonight', needs: ['housing'] },
      reason: 'Cannot go home tonight.',
      ownWords: 'Anywhere with a lock. Text as the pottery class.',
    }),
  ],
  [1, '20:10', ana, referralIs('couch', 'send')],
];

/** A no, with its reason; Dez does not know of it yet. */
export const DEZ_IS_REFERRED: readonly Entry[] = [
  [9, '11:00', ana, need('housing', { ownWords: 'We are three.', housingStatus: 'unsheltered', wantsHelp: 'yes' })],
  [9, '11:10', ana, shares('doorstep', { ...withDoorstep, ownWords: 'Ask them. They will say no.' })],
  [
    9,
    '11:20',
    ana,
    refers('place-for-three', {
      ...{ at: pat, asksFor: 'housing', needs: ['housing'] },
      reason: 'Three friends who look out for each other and want to go on doing so under a roof.',
      ownWords: 'One door for the three of us.',
    }),
  ],
  [9, '11:25', ana, referralIs('place-for-three', 'send')],
  [
    7,
    '15:00',
    pat,
    referralIs('place-for-three', 'decline', {
      because: 'no_capacity',
      note: 'Nothing for three this winter. Two rooms side by side may come free in spring; please ask again.',
    }),
  ],
];

/** The day came, and nobody could look after her girl. Her place in line is kept. */
export const WILLA_IS_REFERRED: readonly Entry[] = [
  [44, '13:00', teo, shares('larch', { ...withLarch, ownWords: 'They can know I have a girl.' })],
  [
    44,
    '13:10',
    teo,
    refers('larch', {
      ...{ service: 'ninety-days', asksFor: 'residential_programme', needs: ['child_and_family'] },
      reason: 'Ninety days, and visits with her daughter while she is there.',
      ownWords: 'If she can come on Sundays.',
    }),
  ],
  [44, '13:15', teo, referralIs('larch', 'send')],
  [41, '09:00', robin, referralIs('larch', 'accept')],
  [41, '09:05', robin, waits('larch', { place: 2, reviewIn: -14 })],
  [20, '09:00', robin, offersDate('larch', 'first', [-6, '10:00'], { channel: 'through_worker' })],
  [13, '13:10', maude, confirmsDate('larch', 'first')],
  [
    6,
    '12:00',
    robin,
    dateEnds('larch', 'first', 'childcare', {
      inTheWay: 'My auntie was in hospital that morning.',
      wouldHelp: 'A day on which Maude can be there.',
    }),
  ],
];

/** A bed is kept for her answer, before others and with the reason. */
export const LARK_IS_REFERRED: readonly Entry[] = [
  [9, '16:00', teo, shares('larch', { ...withLarch, ownWords: 'Fine. Not my street.' })],
  [
    9,
    '16:10',
    teo,
    refers('larch', {
      ...{ service: 'ninety-days', asksFor: 'residential_programme', urgency: 'urgent', needs: ['safety'] },
      reason: 'Wants to be away from where she is followed at night.',
      ownWords: 'Nights that are mine.',
    }),
  ],
  [9, '16:15', teo, referralIs('larch', 'send')],
  [8, '10:00', robin, referralIs('larch', 'accept')],
  [8, '10:05', robin, waits('larch', { place: 3, reviewIn: 6 })],
  [
    2,
    '10:00',
    robin,
    offersDate('larch', 'first', [5, '10:00'], {
      ...{ channel: 'text', bed: 'Room 5', answerBy: [2, '17:00'], beforeOthersBecause: 'safety' },
      note: 'Somebody waits at the gate from half past nine.',
    }),
  ],
];

/** To an office that has no account here: Ana asks by phone, and writes down what they say. */
export const PIKE_IS_REFERRED: readonly Entry[] = [
  [14, '10:20', ana, need('income', { ownWords: 'Nothing comes in.', wantsHelp: 'yes' })],
  [
    9,
    '10:10',
    ana,
    refers('income', {
      outside: { name: 'Income support office, Third Avenue', phone: '403-555-0144', by: 'phone' },
      ...{ asksFor: 'income', needs: ['income'], agreedHow: 'in_person' },
      reason: 'Has no income, and wants somebody beside him when he asks.',
      ownWords: 'If you do the talking.',
    }),
  ],
  [9, '10:15', ana, referralIs('income', 'send')],
  [8, '14:00', ana, referralIs('income', 'accept', { onBehalfOfReceiver: true, note: 'Said by phone: any morning.' })],
  [7, '07:40', ana, offersDate('income', 'first', [2, '09:30'], { channel: 'in_person' })],
];
