import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import 'reflect-metadata';
import * as codes from '../../src/contacts/domain/contact.codes.js';
import { AmendContactRequest, LogContactRequest } from '../../src/contacts/http/contact.request.js';
import { isAccepted } from '../../src/platform/http/accepted.js';

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };

const anything = fc.oneof(
  fc.constantFrom(null, true, 'yes', 'text', '', 5, -1, [], ['talked'], {}, [{}], [[{}]], [null]),
  fc.jsonValue({ maxDepth: 2 }),
);
/** Mostly what it should be. */
const mostly = (good: readonly unknown[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: anything });
const followUp = { kind: 'call', owner: { membershipId: '019ab1f2-7c3e-7d4a-9b5c-6d7e8f901234' }, title: 'Call' };
const contact = fc.record(
  {
    channel: mostly(codes.CONTACT_CHANNELS),
    outcome: mostly(codes.OUTCOMES),
    minutes: mostly([0, 15]),
    note: mostly(['A note.']),
    purposes: mostly([[], [codes.PURPOSES[0]], [codes.PURPOSES[0], codes.PURPOSES[1]]]),
    answers: mostly([
      {},
      { mood_low: { answer: 'yes' } },
      { cravings: { answer: 'no', note: 'Said so.' } },
      { mood_low: 'no' },
    ]),
    followUps: mostly([[], [followUp], [followUp, {}]]),
  },
  { requiredKeys: ['channel', 'outcome'] },
);
const surprised = fc.oneof({ weight: 9, arbitrary: contact }, fc.record({ surprise: anything }));

describe('input that is accepted at once', () => {
  it.each([LogContactRequest, AmendContactRequest])('is what class-validator finds nothing wrong with: %p', (of) => {
    let accepted = 0;
    fc.assert(
      fc.property(surprised, (plain) => {
        const input = plainToInstance<object, object>(of, plain);
        const isFine = validateSync(input, OPTIONS).length === 0;
        if (isFine) accepted += 1;
        expect(isAccepted(input)).toBe(isFine);
      }),
      { numRuns: 1_000 },
    );
    expect(accepted).toBeGreaterThan(10);
  });

  it('is nothing of a class without rules', () => {
    expect(isAccepted({ any: 'thing' })).toBe(false);
  });
});
