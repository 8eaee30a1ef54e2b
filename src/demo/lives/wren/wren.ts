import { DEMO_WORKERS } from '../../demo-places.js';
import type { Life } from '../../life.js';
import { WREN_ARRIVES } from './arriving.js';
import { WREN_COMES_BACK } from './coming-back.js';
import { WREN_IS_REFERRED } from './being-referred.js';
import { WREN_SAYS_WHO_MAY_KNOW } from './consenting.js';
import { WREN_GOES_IN } from './going-in.js';
import { WREN_MOVES_PHARMACY } from './moving-pharmacy.js';
import { WREN_STARTS } from './starting.js';

const { navigator, counsellor } = DEMO_WORKERS;

/** The long path: from an alias on the line to the road after the residence, in nine months. */
export const WREN: Life = {
  goesBy: 'Wren',
  worker: navigator,
  since: 272,
  team: [counsellor],
  about: { pronouns: 'she/her', languages: ['en'], heardOfUs: 'response_line' },
  knowAboutMe: 'I want a place with a door.',
  aliases: [
    { setting: 'line', name: 'Bluebird', note: 'She asked for the two to be put together, and can have it undone.' },
  ],
  channels: [
    {
      ...{ kind: 'phone', value: '403-555-0142', mayContact: true, mayLeaveVoicemail: false },
      ...{ safeHours: [{ days: [1, 2, 3, 4, 5], from: '17:00', to: '21:00' }], sayWho: 'Ana from the library' },
    },
    {
      ...{ kind: 'through_person', person: 'Dot', value: '403-555-0171' },
      ...{ mayContact: true, sayWhat: 'That Ana called.' },
    },
  ],
  supporters: [{ name: 'Dot', relation: 'my aunt, sort of', mayBeTold: 'appointments' }],
  story: [
    ...WREN_ARRIVES,
    ...WREN_STARTS,
    ...WREN_MOVES_PHARMACY,
    ...WREN_GOES_IN,
    ...WREN_COMES_BACK,
    ...WREN_IS_REFERRED,
    ...WREN_SAYS_WHO_MAY_KNOW,
  ],
};
