/** A property of a resource type that AWS, or aws-cdk-lib, knows. */
export interface Property {
  readonly type: string;
  /** As the catalogue writes it: `Rules[].Destination.Bucket`. */
  readonly path: string;
  /** The last name in the path. */
  readonly name: string;
}

/** The path of a member. */
export function joined(path: string, member: string): string {
  return path === '' ? member : `${path}.${member}`;
}
