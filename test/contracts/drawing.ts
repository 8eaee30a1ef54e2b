export const FULL = process.env['PROOF'] === 'full';
/** Another choice for another SEED. */
const SEED = Number(process.env['SEED'] ?? 20_261_123);

/** Small and repeatable (mulberry32): what is drawn stays the same for the same seed. */
function drawing(seed = SEED): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(all: readonly T[], next = drawing()): readonly T[] {
  const ordered = all.map((one) => ({ one, order: next() }));
  return ordered.sort((a, b) => a.order - b.order).map(({ one }) => one);
}

/** So many of each kind. */
export function drawnOfEach<T>(all: readonly T[], kindOf: (one: T) => string, many = 1): readonly T[] {
  const counted = new Map<string, number>();
  return shuffled(all).filter((one) => {
    const before = counted.get(kindOf(one)) ?? 0;
    counted.set(kindOf(one), before + 1);
    return before < many;
  });
}
