/** A migrated database without a client, and the keys that its words are sealed under. */
export interface Ground {
  readonly directUrl: string;
  readonly secret: string;
  readonly masterKeys: string;
}
