import type { SearchMark } from '../../src/clients/domain/search-marks.js';
import type { KeptToken, SearchTokens } from '../../src/platform/sealing/search-tokens.js';

const KNOWN = 100_000;

/** The programme's own tokens, each made once: many people share a name, a day of birth or the end of a number. */
export class KnownTokens {
  private readonly known = new Map<string, readonly KeptToken[]>();

  constructor(private readonly tokens: SearchTokens) {}

  async of(marks: readonly SearchMark[]): Promise<readonly KeptToken[]> {
    const all: KeptToken[] = [];
    for (const mark of marks) {
      const name = `${mark.class} ${mark.kind} ${mark.value}`;
      const tokens = this.known.get(name) ?? (await this.tokens.of([mark]));
      if (this.known.size < KNOWN) this.known.set(name, tokens);
      all.push(...tokens);
    }
    return all;
  }
}
