/** Where a template is deployed. */
export interface TemplatePlace {
  readonly account: string;
  readonly region: string;
}

/**
 * A text of a template in which only pseudo parameters are left open, as CDK writes names and ARNs, or undefined when it
 * holds anything else.
 */
export function resolveText(value: unknown, place: TemplatePlace): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('Ref' in value) return pseudoParameter(value.Ref, place);
  if ('Fn::Sub' in value) return substituted(value['Fn::Sub'], place);
  if ('Fn::Join' in value) return joined(value['Fn::Join'], place);
  return undefined;
}

function joined(argument: unknown, place: TemplatePlace): string | undefined {
  if (!Array.isArray(argument)) return undefined;
  const [separator, parts] = argument as [unknown, unknown];
  if (typeof separator !== 'string' || !Array.isArray(parts)) return undefined;
  const texts = parts.map((part) => resolveText(part, place));
  return texts.includes(undefined) ? undefined : texts.join(separator);
}

function substituted(argument: unknown, place: TemplatePlace): string | undefined {
  if (typeof argument !== 'string') return undefined;
  let known = true;
  const text = argument.replaceAll(/\$\{([^}]*)\}/g, (_whole, name: string) => {
    const value = pseudoParameter(name, place);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? text : undefined;
}

function pseudoParameter(name: unknown, { account, region }: TemplatePlace): string | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return account;
    case 'AWS::Region':
      return region;
    case 'AWS::Partition':
      return 'aws';
    default:
      return undefined;
  }
}
