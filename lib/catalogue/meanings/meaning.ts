/**
 * What properties mean whose names speak of a region, a replica, a copy or the like, and that lead no data anywhere: what they
 * say is what AWS's own documentation of the property says. A test compares them with all that AWS has.
 */
export interface PropertyMeaning {
  /** As the rest of "it says …". */
  readonly means: string;
  /** By resource type, paths as rules have them. */
  readonly of: Readonly<Record<string, readonly [string, ...string[]]>>;
}

/** The same of IAM actions, or of functions and parameters of templates. */
export interface NameMeaning {
  readonly means: string;
  readonly of: readonly [string, ...string[]];
}
