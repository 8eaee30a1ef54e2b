import type { BreakGlassBecause, ReviewOutcome } from '../../break-glass/domain/break-glass.js';
import type { Act } from '../life.js';
import { moved } from './plan.js';

const of = (key: string): string => `break-glass/${key}`;

/** Somebody who has nothing to do with the client opens the record, and says why. */
export const opensInEmergency =
  (key: string, because: BreakGlassBecause, reason: string): Act =>
  (told) => ({
    method: 'POST',
    path: `/v1/clients/${told.clientId}/break-glass`,
    body: { id: told.make(of(key)), because, reason },
  });

export const reviewsEmergency =
  (key: string, outcome: ReviewOutcome, note: string): Act =>
  (told) =>
    moved('break-glass', told.change(of(key)), { move: 'review', outcome, note });
