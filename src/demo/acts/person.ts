import type { LeftBecause } from '../../clients/domain/care-team.js';
import { demoId } from '../demo-id.js';
import type { DemoWorker } from '../demo-places.js';
import type { Act } from '../life.js';

const part =
  (kind: 'aliases' | 'channels' | 'supporters') =>
  (body: Readonly<Record<string, unknown>>): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/${kind}`,
    body: { id: told.makeNext(kind), ...body },
  });

export const knows = {
  person:
    (body: Readonly<Record<string, unknown>>): Act =>
    ({ clientId: id }) => ({ method: 'POST', path: '/v1/clients', body: { id, ...body } }),
  name: part('aliases'),
  channel: part('channels'),
  supporter: part('supporters'),
};

/** On the care team, and as primary worker where that is said. */
export const joins =
  ({ key, membershipId }: DemoWorker, primary = false): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/care-team`,
    body: { id: told.make(`team/${key}`), membershipId, ...(primary && { primary }) },
  });

export const leaves =
  ({ key }: DemoWorker, because: LeftBecause): Act =>
  (told) => {
    const { id, version } = told.change(`team/${key}`);
    const path = `/v1/clients/${told.clientId}/care-team/${id}/moves`;
    return { method: 'POST', path, version, body: { move: 'end', because } };
  };

/**
 * She says herself that an earlier record is hers too, and agrees that the two are read as one.
 *
 * @param daysAgo when she said so, in the morning
 */
export const isAlso =
  (goesBy: string, daysAgo: number): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/links`,
    body: {
      id: told.make(`link/${goesBy}`),
      otherClientId: demoId(`client/${goesBy}`),
      ...{ because: 'client_said', agreedHow: 'in_person', agreedAt: `${told.day(-daysAgo)}T08:00:00Z` },
    },
  });
