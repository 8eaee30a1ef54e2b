type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** Only the members that were sent: absent keeps, so it must stay absent. */
export const given = <T extends object>(members: T): Given<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
