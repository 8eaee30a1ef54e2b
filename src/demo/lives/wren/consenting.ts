import { saysNoTo, shares, takesBack } from '../../acts/consents.js';
import { DEMO_WORKERS } from '../../demo-places.js';
import type { Entry } from '../../life.js';

const { navigator: ana, navigatorElsewhere: rae, housing, physicianEstuary: hana } = DEMO_WORKERS;

/** Whom she lets know what: the residence, as long as they keep in touch; a housing agency, for a while; her old town, no. */
export const WREN_SAYS_WHO_MAY_KNOW: readonly Entry[] = [
  [
    150,
    '11:00',
    ana,
    shares('housing', {
      ...{ at: housing, classes: ['identity_name', 'coordination'] },
      ownWords: 'They can know my name and that I want a door.',
    }),
  ],
  [
    120,
    '15:00',
    ana,
    shares('residence', {
      ...{ at: rae, role: 'peer_navigator', classes: ['identity_name', 'coordination', 'substance_use'], until: 60 },
      ownWords: 'Rae can know how I am doing. Not what goes on in my head.',
    }),
  ],
  [
    96,
    '14:00',
    ana,
    saysNoTo('old-town', {
      ...{ at: hana, classes: ['identity_name', 'identity_contact', 'mental_health'] },
      ownWords: 'Nobody back home.',
    }),
  ],
  [20, '11:30', ana, takesBack('housing', 'She has her room now.')],
];
