type Sent<T> = { [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name] } & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>;
};

/** Only the members that are there, of all or of these names: absent keeps, so it must stay absent. */
export function sent<T extends object, Name extends keyof T = keyof T>(
  members: T,
  names: readonly Name[] = Object.keys(members) as Name[],
): Sent<Pick<T, Name>> {
  const there = names.filter((name) => members[name] !== undefined);
  return Object.fromEntries(there.map((name) => [name, members[name]])) as Sent<Pick<T, Name>>;
}

/** What stands after a merge patch (RFC 7396) of these members: null clears, absent keeps. */
export function patched<T extends object, Name extends keyof T = keyof T>(
  before: T,
  patch: { readonly [Member in Name]?: T[Member] | null | undefined },
  names: readonly Name[] = Object.keys(patch) as Name[],
): T {
  const after = Object.entries({ ...before, ...sent(patch, names) });
  return Object.fromEntries(after.filter(([, value]) => value !== null)) as T;
}
