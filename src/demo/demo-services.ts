import type { Criterion } from '../services/domain/criteria.js';
import type { ServiceFacts } from '../services/domain/service.js';
import { civilDateAt, plusMinutes, type Instant } from '../kernel/civil-time.js';
import type { Id } from '../kernel/ids.js';
import { demoId } from './demo-id.js';
import { DEMO_WORKERS, DEMO_ZONE, type DemoWorker } from './demo-places.js';
import type { DemoRequest } from './life.js';

interface DemoService {
  readonly key: string;
  readonly by: DemoWorker;
  readonly facts: Partial<ServiceFacts>;
  readonly asks?: { readonly source: string; readonly criteria: readonly Criterion[] };
  readonly beds?: readonly string[];
  readonly places?: { readonly free: number; readonly places: number; readonly waiting: number };
}

const RESIDENCE_BEDS = ['Room 2, door', 'Room 2, window', 'Room 5'];

/** A bed of the residence. */
export const demoBed = (label: string): Id => demoId(`bed/${label}`);

/** Invented services of the invented organisations. What they ask for has the shape that real programmes have. */
const DEMO_SERVICES: readonly DemoService[] = [
  {
    key: 'ninety-days',
    by: DEMO_WORKERS.intake,
    facts: {
      name: 'Larch House, ninety days for young women',
      kind: 'residential_programme',
      languages: ['en', 'fr'],
      lengthDays: 90,
      intakeRhythm: 'every_two_weeks',
      monthlyCost: 0,
      effectOnIncome: 'suspended',
      effectOnHousing: 'place_may_be_lost',
      oatInside: 'given_there',
      oatAfter: 'arranged_before_leaving',
      readmission: 'any_time',
      callInEveryDays: 7,
    },
    asks: {
      source: 'Handbook for applicants',
      criteria: [
        { kind: 'age', min: 18, max: 29 },
        { kind: 'gender', values: ['woman', 'two_spirit', 'non_binary'] },
        { kind: 'oat', values: ['none', 'buprenorphine', 'buprenorphine_depot', 'methadone'] },
        { kind: 'documents', values: ['health_card'] },
        { kind: 'tests', values: ['substance_test', 'medical_clearance'] },
        { kind: 'legal', values: ['arson', 'sexual_charges'] },
      ],
    },
    beds: RESIDENCE_BEDS,
    places: { free: 1, places: 12, waiting: 7 },
  },
  {
    key: 'rooms',
    by: DEMO_WORKERS.housing,
    facts: {
      name: 'Doorstep Housing, rooms with support',
      kind: 'housing',
      languages: ['en'],
      intakeRhythm: 'any_day',
      effectOnIncome: 'none',
      readmission: 'any_time',
    },
    asks: {
      source: 'Said on the phone',
      criteria: [
        { kind: 'province', values: ['AB'] },
        { kind: 'catchment', values: ['Foothills'] },
        { kind: 'documents', values: ['provincial_identity_card'] },
      ],
    },
    places: { free: 0, places: 40, waiting: 31 },
  },
  {
    key: 'evening-group',
    by: DEMO_WORKERS.coordinator,
    facts: {
      name: 'Cottonwood evening group',
      kind: 'peer_group',
      languages: ['en', 'fr'],
      intakeRhythm: 'any_day',
      monthlyCost: 0,
      effectOnIncome: 'none',
      effectOnHousing: 'none',
    },
    asks: { source: 'The group itself', criteria: [] },
  },
];

const DAY = 24 * 60;

/** Before the lives begin that go there. */
export const requestsOfServices = (asOf: Instant): readonly DemoRequest[] =>
  DEMO_SERVICES.flatMap(({ key, by, facts, asks, places, beds = [] }) => {
    const id = demoId(`service/${key}`);
    const said = plusMinutes(asOf, -700 * DAY);
    const request = (at: Instant, path: string, part: string, body: object): DemoRequest => ({
      ...{ at, as: by, method: 'POST', path },
      body: { id: demoId(`service/${key}${part}`), ...body },
    });
    return [
      request(said, '/v1/services', '', facts),
      ...(asks
        ? [request(said, `/v1/services/${id}/eligibility`, '/asks', { ...asks, asOf: civilDateAt(said, DEMO_ZONE) })]
        : []),
      ...beds.map((label) => request(said, `/v1/services/${id}/beds`, '', { id: demoBed(label), label })),
      ...(places ? [request(plusMinutes(asOf, -DAY), `/v1/services/${id}/capacity`, '/places', places)] : []),
    ];
  });
