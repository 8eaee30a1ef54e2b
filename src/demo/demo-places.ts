import type { Role } from '../access/policy.js';
import { demoId } from './demo-id.js';

/** Of most of them, and of the lives that they plan together. */
export const DEMO_ZONE = 'America/Edmonton';

/** Invented organisations, in two provinces. */
export const DEMO_ORGANISATIONS = [
  { key: 'clinic', name: 'Cottonwood Clinic', kind: 'clinic', province: 'AB' },
  { key: 'clinic-estuary', name: 'Tidewater Clinic', kind: 'clinic', province: 'BC' },
  { key: 'line', name: 'Chinook Response Line', kind: 'response_line', province: 'AB' },
  { key: 'residence', name: 'Larch House', kind: 'residential_programme', province: 'AB' },
  { key: 'pharmacy-downtown', name: 'Second Street Pharmacy', kind: 'pharmacy', province: 'AB' },
  { key: 'pharmacy-near-home', name: 'Crocus Pharmacy', kind: 'pharmacy', province: 'AB' },
  { key: 'housing', name: 'Doorstep Housing', kind: 'housing_agency', province: 'AB' },
  { key: 'team-foothills', name: 'Foothills Community Action Team', kind: 'community_action_team', province: 'AB' },
  { key: 'team-estuary', name: 'Estuary Community Action Team', kind: 'community_action_team', province: 'BC' },
] as const;

interface Works {
  readonly at: (typeof DEMO_ORGANISATIONS)[number]['key'];
  readonly language?: 'en' | 'fr';
}

const worker = (key: string, name: string, role: Role, { at, language = 'en' }: Works) => ({
  ...{ key, name, role, language, at },
  email: `${key}@demo.example`,
  staffId: demoId(`staff/${key}`),
  membershipId: demoId(`membership/${key}`),
  organisationId: demoId(`organisation/${at}`),
});

export type DemoWorker = ReturnType<typeof worker>;

/** Invented people, at least one for each role. */
export const DEMO_WORKERS = {
  operator: worker('operator', 'Jo Lindqvist', 'line_operator', { at: 'line' }),
  navigator: worker('navigator', 'Ana Belcourt', 'peer_navigator', { at: 'clinic' }),
  navigatrice: worker('navigatrice', 'Maude Ouellet', 'peer_navigator', { at: 'clinic', language: 'fr' }),
  navigatorElsewhere: worker('navigator-residence', 'Rae Amundsen', 'peer_navigator', { at: 'residence' }),
  counsellor: worker('counsellor', 'Teo Marchetti', 'counsellor', { at: 'clinic' }),
  physician: worker('physician', 'Dr. Ines Okafor', 'physician', { at: 'clinic' }),
  navigatorEstuary: worker('navigator-estuary', 'River Lavallee', 'peer_navigator', { at: 'clinic-estuary' }),
  physicianEstuary: worker('physician-estuary', 'Dr. Hana Sorley', 'physician', { at: 'clinic-estuary' }),
  pharmacist: worker('pharmacist', 'Sam Whitford', 'pharmacist', { at: 'pharmacy-downtown' }),
  pharmacistNearHome: worker('pharmacist-near-home', 'Lena Duquette', 'pharmacist', {
    at: 'pharmacy-near-home',
    language: 'fr',
  }),
  intake: worker('intake', 'Robin Achak', 'intake_worker', { at: 'residence' }),
  housing: worker('housing', 'Pat Sorensen', 'intake_worker', { at: 'housing' }),
  coordinator: worker('coordinator', 'Mei Lafleur', 'coordinator', { at: 'clinic' }),
  privacy: worker('privacy', 'Olu Adeyemi', 'privacy_officer', { at: 'clinic' }),
  partner: worker('partner', 'Gus Hallam', 'community_partner', { at: 'team-foothills' }),
  partnerEstuary: worker('partner-estuary', 'Nell Iversen', 'community_partner', { at: 'team-estuary' }),
  administrator: worker('administrator', 'Cleo Baptiste', 'administrator', { at: 'clinic' }),
} as const;
