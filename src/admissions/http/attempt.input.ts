import { assertHolds } from '../../kernel/invalid.js';
import { sent } from '../../kernel/merge-patch.js';
import type { Fault } from '../../kernel/refusal.js';
import type { OfferWish, PastWish } from '../application/attempt-offering.js';
import type { BeforeStep } from '../domain/attempt.js';
import type { BeforeStepPart, OfferDateRequest, OfferPart } from './attempt.request.js';

export const steps = (parts: readonly BeforeStepPart[]): readonly BeforeStep[] =>
  parts.map(({ step, done = null }) => ({ step, done }));

export const offerOf = ({ beforeSteps, offeredFor, zone, channel, ...rest }: OfferPart): OfferWish => ({
  ...{ offeredFor, zone, channel },
  ...sent(rest),
  ...(beforeSteps && { beforeSteps: steps(beforeSteps) }),
});

const OF_AHEAD = ['bedId', 'answerBy', 'beforeOthersBecause'] as const;
const OF_PAST = ['inTheWay', 'wouldHelp', 'nextTryOn'] as const;

/** A date that is to come, or, with its outcome, one that is over. @throws Refusal `invalid` for parts of the other */
export function dateOf({ id: _, outcome, ...body }: OfferDateRequest): OfferWish | PastWish {
  const { inTheWay, wouldHelp, nextTryOn, ...offer } = body;
  const apart = outcome === undefined ? OF_PAST : OF_AHEAD;
  assertHolds(apart.filter((part) => body[part] !== undefined).map(misplaced));
  if (outcome === undefined) return offerOf(offer);
  const { offeredFor, zone, channel, transport, beforeSteps, note } = offerOf(offer);
  return {
    ...{ offeredFor, zone, channel, outcome },
    ...sent({ transport, beforeSteps, note, inTheWay, wouldHelp, nextTryOn }),
  };
}

const misplaced = (part: string): Fault => ({
  pointer: `/${part}`,
  code: 'with_outcome_or_without',
  message: {
    en: 'An offer has a bed and a time to answer; what came of a date goes with its `outcome`. Leave this out.',
    fr: 'Une offre a un lit et un délai de réponse; ce qui est advenu d’une date va avec son `outcome`. Omettez ceci.',
  },
});
