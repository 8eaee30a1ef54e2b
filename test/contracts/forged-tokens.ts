import { createHmac, createPrivateKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { newId } from '../../src/kernel/ids.js';
import type { SigningKey } from '../../src/platform/sealing/house-keys.js';
import type { Worker } from '../support/world.js';

type Part = Readonly<Record<string, unknown>>;

const b64 = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
const es256 = (text: string, key: KeyObject | string): string =>
  createSign('sha256')
    .update(text)
    .sign({ key: key as KeyObject, dsaEncoding: 'ieee-p1363' })
    .toString('base64url');
const now = () => Math.floor(Date.now() / 1000);
const parts = (token: string) => token.split('.') as [string, string, string];

/** Makes tokens by the installation's own key, so that only what is said in them can be wrong. */
export class Forger {
  readonly header: Part;
  readonly body: Part;

  constructor(
    readonly key: SigningKey,
    worker: Worker,
  ) {
    this.header = { alg: 'ES256', typ: 'at+jwt', kid: key.id };
    const { personId: sub, sessionId: sid, membershipId: mid, organisationId: oid, role } = worker;
    const life = { iat: now(), exp: now() + 300 };
    this.body = { sub, sid, mid, oid, role, iss: 'throughline', aud: 'throughline-api', ...life };
  }

  readonly ours = (change: Part = {}, inHeader: Part = {}): string =>
    this.signed({ ...this.header, ...inHeader }, { ...this.body, ...change });

  readonly without = (name: string): string => {
    const { [name]: _, ...rest } = this.body;
    return this.signed(this.header, rest);
  };

  readonly mac = (secret: string, change: Part = {}): string => {
    const text = `${b64({ ...this.header, alg: 'HS256', ...change })}.${b64(this.body)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };

  private signed(header: Part, body: Part): string {
    const text = `${b64(header)}.${b64(body)}`;
    return `${text}.${es256(text, this.key.privateKey)}`;
  }
}

export const forgedTokens = ({ ours, mac, without, header, body, key }: Forger): Record<string, () => string> => ({
  'no text at all': () => '.',
  'one word': () => 'token',
  'two dots and nothing': () => '..',
  'four parts': () => `${ours()}.${parts(ours())[2]}`,
  'two parts': () => parts(ours()).slice(0, 2).join('.'),
  'an empty signature': () => `${parts(ours()).slice(0, 2).join('.')}.`,
  'alg none without a signature': () => `${b64({ ...header, alg: 'none' })}.${b64(body)}.`,
  'alg None, oddly written': () => `${b64({ ...header, alg: 'nOnE' })}.${b64(body)}.${parts(ours())[2]}`,
  'alg none with our signature': () => ours({}, { alg: 'none' }),
  'alg HS256 by the public key': () => mac(key.publicKey),
  'alg HS256 by the public key without its last line end': () => mac(key.publicKey.trim()),
  'alg HS256 by the key id': () => mac(key.id),
  'alg HS256 in the header of an ES256 signature': () => ours({}, { alg: 'HS256' }),
  'alg ES384 named': () => ours({}, { alg: 'ES384' }),
  'alg ES256 named, signed by HMAC': () => mac(key.publicKey, { alg: 'ES256' }),
  'alg as a list': () => ours({}, { alg: ['ES256'] }),
  'no alg': () => ours({}, { alg: undefined }),
  'no typ': () => ours({}, { typ: undefined }),
  'typ JWT': () => ours({}, { typ: 'JWT' }),
  'another typ of ours': () => ours({}, { typ: 'rt+jwt' }),
  'no kid': () => ours({}, { kid: undefined }),
  'an unknown kid': () => ours({}, { kid: newId() }),
  'a kid with a path': () => ours({}, { kid: '../../dev/null' }),
  'a kid with SQL': () => ours({}, { kid: `' OR '1'='1` }),
  'a kid that is no text': () => ours({}, { kid: 7 }),
  'a critical extension': () => ours({}, { crit: ['exp'] }),
  'a key of its own in the header': () => {
    const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const text = `${b64({ ...header, jwk: own.publicKey.export({ format: 'jwk' }) })}.${b64(body)}`;
    return `${text}.${es256(text, own.privateKey)}`;
  },
  "another installation's key under our kid": () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const text = `${b64(header)}.${b64(body)}`;
    return `${text}.${es256(text, privateKey)}`;
  },
  'a key of another curve': () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const text = `${b64(header)}.${b64(body)}`;
    return `${text}.${es256(text, privateKey)}`;
  },
  'a signature in DER': () => {
    const text = `${b64(header)}.${b64(body)}`;
    const signature = createSign('sha256').update(text).sign(createPrivateKey(key.privateKey));
    return `${text}.${signature.toString('base64url')}`;
  },
  'a signature of zeros': () => `${parts(ours()).slice(0, 2).join('.')}.${'A'.repeat(86)}`,
  'a signature whose spare bits are set': () => {
    const token = ours();
    const last = token.at(-1)!;
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return token.slice(0, -1) + letters[letters.indexOf(last) + 1]!;
  },
  'a signature of another token': () => {
    const [head, claims] = parts(ours());
    return `${head}.${claims}.${parts(ours({ iat: 1 }))[2]}`;
  },
  'expired a second ago': () => ours({ iat: now() - 301, exp: now() - 1 }),
  'expired long ago': () => ours({ exp: 1 }),
  'no exp': () => without('exp'),
  'exp as text': () => ours({ exp: '9999999999' }),
  'not yet valid': () => ours({ nbf: now() + 600 }),
  'another issuer': () => ours({ iss: 'somebody' }),
  'no issuer': () => without('iss'),
  'another audience': () => ours({ aud: 'another-api' }),
  'several audiences': () => ours({ aud: ['throughline-api', 'another-api'] }),
  'no audience': () => without('aud'),
  'claims of another person under the old signature': () => {
    const [head, , signature] = parts(ours());
    return `${head}.${b64({ ...body, sub: newId() })}.${signature}`;
  },
  'a higher role under the old signature': () => {
    const [head, , signature] = parts(ours());
    return `${head}.${b64({ ...body, role: 'administrator' })}.${signature}`;
  },
  'a role that there is not': () => ours({ role: 'superuser' }),
  'a role from a prototype': () => ours({ role: 'constructor' }),
  'no session': () => without('sid'),
  'a session that is no id': () => ours({ sid: '1' }),
  'ids as lists': () => ours({ sub: [body['sub']] }),
  'a body that is a list': () => {
    const text = `${b64(header)}.${b64([body])}`;
    return `${text}.${es256(text, key.privateKey)}`;
  },
  'a body that is null': () => {
    const text = `${b64(header)}.${b64('null')}`;
    return `${text}.${es256(text, key.privateKey)}`;
  },
  'a body that is no JSON': () => {
    const text = `${b64(header)}.${b64('{"sub"')}`;
    return `${text}.${es256(text, key.privateKey)}`;
  },
  'a header that is no JSON': () => `${b64('{')}.${b64(body)}.${parts(ours())[2]}`,
  'a header that is null': () => `${b64('null')}.${b64(body)}.${parts(ours())[2]}`,
  'cut by one character': () => ours().slice(0, -1),
  'cut in half': () => ours().slice(0, ours().length / 2),
  'one character longer': () => `${ours()}A`,
  'padded as base64 is': () => `${ours()}==`,
  'in plain base64': () => ours().replaceAll('-', '+').replaceAll('_', '/').replace('.', '/.'),
  'with a space inside': () => ours().replace('.', ' .'),
  twice: () => `${ours()} ${ours()}`,
  'with letters from elsewhere': () => ours().replace('.', 'é.'),
  'with a body of ten thousand characters': () => ours({ more: 'x'.repeat(10_000) }),
  'a refresh token': () => b64('x'.repeat(32)),
});

/** Not through HTTP: a client cannot even put these into a header, or the server stops reading before. */
export const tokensBeyondHeaders = ({ ours }: Forger): Record<string, () => string> => ({
  'with letters that no header can hold': () => ours().replace('.', '😀.'),
  'with a NUL': () => ours().replace('.', '\0.'),
  'several hundred kB of body': () => ours({ more: 'x'.repeat(400_000) }),
  'a megabyte of dots': () => '.'.repeat(1_000_000),
  'a megabyte of one letter': () => 'e'.repeat(1_000_000),
});
