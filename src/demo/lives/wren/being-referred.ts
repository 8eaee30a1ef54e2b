import { shares } from '../../acts/consents.js';
import { cameFromLine, linksCaller, receivesCaller } from '../../acts/line.js';
import {
  comesBack,
  confirmsDate,
  dateEnds,
  leavesFor,
  offersDate,
  referralIs,
  refers,
  stayEnds,
  tellsOutcome,
} from '../../acts/referrals.js';
import { DEMO_WORKERS } from '../../demo-places.js';
import type { Entry } from '../../life.js';

const { navigator: ana, counsellor: teo, intake: robin } = DEMO_WORKERS;

/** From the line to the clinic, and on to the residence: three dates, each with what came of it, and the stay. */
export const WREN_IS_REFERRED: readonly Entry[] = [
  [272, '09:50', ana, receivesCaller('bluebird')],
  [270, '17:00', ana, cameFromLine('bluebird')],
  [
    265,
    '15:00',
    ana,
    linksCaller('bluebird', ['remembered', 'referrals'], 'The operators were kind. Keep what helps me.'),
  ],
  [
    148,
    '09:00',
    teo,
    shares('larch', {
      ...{ at: robin, classes: ['identity_name', 'coordination', 'substance_use'], reach: 'referrals' },
      ownWords: 'Larch House can know what they need to make a bed for me.',
    }),
  ],
  [
    148,
    '09:10',
    teo,
    refers('larch', {
      ...{ service: 'ninety-days', asksFor: 'residential_programme', urgency: 'soon', goal: 'larch' },
      after: 'bluebird',
      reason: 'Ninety days away from downtown, with her treatment going on inside.',
      ownWords: 'Where nobody knows my street name.',
      told: { substance_use: 'Wants her treatment to go on inside. Cottonwood Clinic talks to the house about it.' },
    }),
  ],
  [148, '09:15', teo, referralIs('larch', 'send')],
  [147, '10:00', robin, referralIs('larch', 'ask', { question: 'Does she have a health card by then?' })],
  [147, '14:00', teo, referralIs('larch', 'answer', { answer: 'Yes, it came in the spring.' })],
  [146, '09:00', robin, referralIs('larch', 'accept')],
  [146, '09:10', robin, offersDate('larch', 'first', [-138, '10:00'], { note: 'Bring slippers and the card.' })],
  [145, '16:00', ana, confirmsDate('larch', 'first')],
  [
    138,
    '12:30',
    robin,
    dateEnds('larch', 'first', 'test_result_outside_program_criteria', {
      inTheWay: 'I slept badly and used two days ago.',
      wouldHelp: 'A date that is not right after payday.',
    }),
  ],
  [138, '12:40', robin, offersDate('larch', 'second', [-119, '10:00'])],
  [130, '11:00', ana, confirmsDate('larch', 'second')],
  [
    119,
    '15:00',
    robin,
    dateEnds('larch', 'second', 'did_not_attend', { wouldHelp: 'Somebody who comes along up to the door.' }),
  ],
  [116, '09:00', robin, offersDate('larch', 'third', [-98, '10:30'])],
  [112, '10:30', ana, confirmsDate('larch', 'third')],
  [98, '11:45', robin, dateEnds('larch', 'third', 'attended')],
  [16, '09:00', robin, leavesFor('larch', 'appointment')],
  [16, '17:00', robin, comesBack('larch')],
  [9, '10:30', robin, stayEnds('larch', 'completed', 'Out with three boxes and her own plan.')],
  [9, '12:00', teo, tellsOutcome('larch', 'sender')],
  [8, '11:00', ana, tellsOutcome('larch', 'client')],
];
