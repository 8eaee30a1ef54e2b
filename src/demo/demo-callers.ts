import { plusMinutes, type Instant } from '../kernel/civil-time.js';
import { demoId } from './demo-id.js';
import { DEMO_WORKERS } from './demo-places.js';
import type { DemoRequest } from './life.js';

const DAY = 24 * 60;
const BLUEBIRD = 'caller/bluebird';

/** A caller of the line, months before anybody knew her by a record, and how the line asked the clinic for her. */
export function requestsOfCallers(asOf: Instant): readonly DemoRequest[] {
  const ago = (days: number): Instant => plusMinutes(asOf, -days * DAY);
  const post = (at: Instant, path: string, body: object, version?: number): DemoRequest => ({
    ...{ at, as: DEMO_WORKERS.operator, method: 'POST', path, body: { ...body } },
    ...(version !== undefined && { version }),
  });
  const [caller, referral] = [demoId(BLUEBIRD), demoId(`${BLUEBIRD}/referral`)];
  const asked = {
    ...{ id: referral, receiverOrganisationId: DEMO_WORKERS.navigator.organisationId, asksFor: 'peer_support' },
    ...{ askedBy: 'client', agreedHow: 'phone', reason: 'Asks for somebody to go along to a doctor.' },
    ownWords: 'Somebody who does not flinch.',
  };
  return [
    post(ago(440), '/v1/line/callers', {
      ...{
        id: caller,
        alias: 'Bluebird',
        language: 'en',
        mayBeCalledBack: true,
        whereToCall: 'In the evening, on this number',
      },
      remember: ['Lives on the second floor, the door sticks', 'Wants to hear about birds while it takes hold'],
    }),
    post(ago(320), `/v1/line/callers/${caller}/notes`, {
      ...{ id: demoId(`${BLUEBIRD}/note`), text: 'Her neighbour Dot has a kit and may be rung first' },
    }),
    post(ago(274), `/v1/line/callers/${caller}/referrals`, asked),
    post(ago(274), `/v1/referrals/${referral}/moves`, { move: 'send' }, 1),
  ];
}
