import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';
import { HashTree, leafOf } from './hash-tree.js';

const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962, section 2.1, to the letter. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0]!);
  const left = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return sha256(Buffer.from([1]), rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

describe('the hash tree', () => {
  it('has the roots of RFC 6962 at every size, and grows on from its peaks', () => {
    const leaves = Array.from({ length: 70 }, (_, n) => Buffer.from(`row ${n}`));
    let tree = HashTree.empty();
    expect(tree.root.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    for (const [index, leaf] of leaves.entries()) {
      tree = HashTree.grown(tree.size, tree.kept);
      tree.add(leafOf(leaf));
      expect(tree.root).toEqual(rootOf(leaves.slice(0, index + 1)));
    }
    expect(() => HashTree.grown(3n, Buffer.alloc(32))).toThrow('2 peaks');
  });
});

describe('canonical JSON', () => {
  it('is the same for the same content, however it is written, and another for another digit', () => {
    expect(canonicalJson('{"b": [1, {"d": null, "c": "é"}], "a": true}')).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
    expect(canonicalJson('{"a": "\\u00e9\\/"}')).toBe(canonicalJson('{"a":"é/"}'));
    const numbers = ['0.1', '0.10', '0.1000000000000000000000001', '12345678901234567890', '"0.1"'];
    expect(new Set(numbers.map((text) => canonicalJson(`{"n": ${text}}`))).size).toBe(numbers.length);
  });
});
