import { describe, expect, it } from '@jest/globals';
import { base32, codeOfStep, newTotpSecret, otpauthUrl, stepAt, stepsOfCode } from './totp.js';

const secret = Buffer.from('12345678901234567890');

describe('a code of the moment', () => {
  // RFC 6238, appendix B, SHA-1.
  it.each([
    ['1970-01-01T00:00:59Z', '94287082'],
    ['2005-03-18T01:58:29Z', '07081804'],
    ['2005-03-18T01:58:31Z', '14050471'],
    ['2009-02-13T23:31:30Z', '89005924'],
    ['2033-05-18T03:33:20Z', '69279037'],
    ['2603-10-11T11:33:20Z', '65353130'],
  ])('at %s is %s', (instant, code) => {
    expect(codeOfStep(secret, stepAt(instant), 8)).toBe(code);
    expect(codeOfStep(secret, stepAt(instant))).toBe(code.slice(-6));
  });

  // RFC 4226, appendix D.
  it.each(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'])(
    'counts as the standard does: %s',
    (code) => {
      const codes = Array.from({ length: 10 }, (_, step) => codeOfStep(secret, step));
      expect(codes).toContain(code);
    },
  );

  it('is known half a minute early and late, and no longer', () => {
    const now = '2026-11-23T16:00:00Z';
    const step = stepAt(now);
    const found = [-2, -1, 0, 1, 2].map((away) => stepsOfCode(secret, codeOfStep(secret, step + away), now));
    expect(found).toEqual([[], [step - 1], [step], [step + 1], []]);
  });

  it.each(['', '1', '12345', '1234567', '١٢٣٤٥٦', '12345\u0000'])('is never “%s”', (code) => {
    expect(stepsOfCode(secret, code, '2026-11-23T16:00:00Z')).toEqual([]);
  });

  it('has a secret that apps can read', () => {
    // RFC 4648, section 10.
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
      ...['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'],
    ]);
    expect(newTotpSecret()).toHaveLength(20);
    expect(otpauthUrl(secret, 'kim@example.org')).toBe(
      'otpauth://totp/Throughline:kim%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Throughline&algorithm=SHA1&digits=6&period=30',
    );
  });
});
