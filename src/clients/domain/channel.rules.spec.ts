import { describe, expect, it } from '@jest/globals';
import { contactability } from './channel.rules.js';

const ZONE = 'America/Toronto';
const NOON = '2026-11-23T17:00:00.000Z'; // a Monday in Toronto
const open = { mayContact: true, safeHours: [], endedAt: null };
const lunch = { days: [1, 2, 3, 4, 5], from: '12:00', to: '13:00' };

describe('whether she may be contacted', () => {
  it('is at any hour when she named none', () => {
    expect(contactability(open, NOON, ZONE)).toEqual({ contactableNow: true, because: null, nextSafeAt: NOON });
    expect(contactability(open, NOON, null).contactableNow).toBe(true);
  });

  it.each([
    [{ ...open, mayContact: false }, 'asked_not_to'],
    [{ ...open, endedAt: NOON }, 'ended'],
    [{ ...open, mayContact: false, endedAt: NOON, safeHours: [lunch] }, 'ended'],
  ] as const)('is never when she said no or it has ended', (channel, because) => {
    expect(contactability(channel, NOON, ZONE)).toEqual({ contactableNow: false, because, nextSafeAt: null });
  });

  it('is within her hours, from their first minute to before their last', () => {
    const channel = { ...open, safeHours: [lunch] };
    expect(contactability(channel, NOON, ZONE).contactableNow).toBe(true);
    expect(contactability(channel, '2026-11-23T17:59:59.999Z', ZONE).contactableNow).toBe(true);
    const after = contactability(channel, '2026-11-23T18:00:00.000Z', ZONE);
    expect(after).toEqual({
      contactableNow: false,
      because: 'outside_safe_hours',
      nextSafeAt: '2026-11-24T17:00:00.000Z',
    });
    expect(contactability(channel, '2026-11-27T20:00:00.000Z', ZONE).nextSafeAt).toBe('2026-11-30T17:00:00.000Z');
  });

  it('is a week later when the only day has passed, at the hour of the wall clock through a clock change', () => {
    const channel = { ...open, safeHours: [{ days: [7], from: '09:00', to: '10:00' }] };
    expect(contactability(channel, '2026-10-25T15:00:00.000Z', ZONE).nextSafeAt).toBe('2026-11-01T14:00:00.000Z');
  });

  it('is not said to be within hours whose zone may not be known', () => {
    const { contactableNow, because } = contactability({ ...open, safeHours: [lunch] }, NOON, null);
    expect([contactableNow, because]).toEqual([false, 'zone_withheld']);
  });
});
