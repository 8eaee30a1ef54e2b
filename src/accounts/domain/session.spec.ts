import { describe, expect, it } from '@jest/globals';
import { deviceFrom } from './session.js';

describe('what is kept of a browser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0', 'Firefox, Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iOS'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 14; SM-S911B) Chrome/130.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.5.0', undefined],
    ['<script>alert(1)</script>', undefined],
    [undefined, undefined],
  ])('%s is %s', (userAgent, device) => {
    expect(deviceFrom(userAgent)).toBe(device);
  });
});
