import type { DataClass, Role } from '../../access/policy.js';
import type { ConsentReach, Decision, HowGiven } from '../../consents/domain/consent.js';
import { instantWhen } from '../../kernel/civil-time.js';
import { DEMO_ZONE, type DemoWorker } from '../demo-places.js';
import type { Act } from '../life.js';

interface Said {
  /** Whoever works where this worker does; in this role, where one is named. */
  readonly at: Pick<DemoWorker, 'organisationId'>;
  readonly role?: Role;
  readonly classes: readonly DataClass[];
  readonly ownWords: string;
  readonly howGiven?: HowGiven;
  readonly reach?: ConsentReach;
  /** In days from the day of planting. */
  readonly until?: number;
}

const said =
  (decision: Decision, key: string, { at, role, classes, ownWords, howGiven = 'in_person', reach, until }: Said): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/consents`,
    body: {
      id: told.make(`consent/${key}`),
      decision,
      recipient: { organisationId: at.organisationId, ...(role !== undefined && { role }) },
      ...{ classes, ownWords, howGiven, language: 'en', copyGiven: howGiven === 'in_person' },
      ...(reach !== undefined && { reach }),
      ...(until !== undefined && { until: instantWhen(told.day(until), '00:00', DEMO_ZONE) }),
    },
  });

export const shares = (key: string, what: Said): Act => said('permit', key, what);
export const saysNoTo = (key: string, what: Said): Act => said('deny', key, what);

export const takesBack =
  (key: string, note: string): Act =>
  (told) => {
    const { id, version } = told.change(`consent/${key}`);
    return { method: 'POST', path: `/v1/consents/${id}/moves`, version, body: { move: 'withdraw', note } };
  };
