/** No connection was to be had, for whatever reason: nothing was done, and trying again later may help. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}
