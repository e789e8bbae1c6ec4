import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { joined, type Property } from './property';

/**
 * Every property that aws-cdk-lib's L1 constructs render, read in the text of its modules: to load them takes seconds, and
 * what they look like only once they are loaded cannot be listed. For each object there is a function that says under which
 * name a property is rendered, and by which function its value:
 *
 *     function convertCfnFleetRolePropertyToCloudFormation(properties){…{Region:cdk().stringToCloudFormation(properties.region),
 *       Rules:cdk().listMapper(convertCfnFleetRulePropertyToCloudFormation)(properties.rules)}…
 *
 * @param folder where the package is installed
 */
export function constructProperties(folder: string): readonly Property[] {
  return readdirSync(folder).flatMap((module) => {
    const lib = path.join(folder, module, 'lib');
    const files = existsSync(lib) ? readdirSync(lib).filter((name) => GENERATED.test(name)) : [];
    return files.flatMap((file) => propertiesRendered(readFileSync(path.join(lib, file), 'latin1')));
  });
}

const GENERATED = /^[a-z0-9]+\.generated\.js$/u;

/** What the constructs of one module render. */
export function propertiesRendered(text: string): readonly Property[] {
  const members = new Map([...text.matchAll(RENDERER)].map(([, name = '', body = '']) => [name, membersIn(body)]));
  return [...text.matchAll(RESOURCE)].flatMap(([, type = '', construct = '']) => {
    const properties: Property[] = [];
    walk(`convert${construct}PropsToCloudFormation`, '', []);
    return properties;

    function walk(renderer: string, at: string, within: readonly string[]): void {
      // A property can hold others of its own form.
      if (within.includes(renderer)) return;
      for (const { name, renderers } of members.get(renderer) ?? []) {
        const here = joined(at, name);
        properties.push({ type, path: here, name });
        for (const inner of renderers) walk(inner.name, `${here}${inner.through}`, [...within, renderer]);
      }
    }
  });
}

const RESOURCE = /CFN_RESOURCE_TYPE_NAME="([^"]+)".*?\breturn convert(Cfn\w+)PropsToCloudFormation\(/gsu;
const RENDERER = /function (convertCfn\w+ToCloudFormation)\(properties\)\{[^{]*\{(.*?)\}\):properties\}/gsu;
const MEMBER = /(?:^|,)"?([\w:.-]+)"?:((?:cdk\(\)|convertCfn)(?:(?!properties\.).)*)\(properties\.\w+\)/gsu;

interface Member {
  readonly name: string;
  readonly renderers: readonly Renderer[];
}

/** A function that renders a value, and the lists and maps that it is found in: `[]`, `{}`. */
interface Renderer {
  readonly name: string;
  readonly through: string;
}

function membersIn(body: string): readonly Member[] {
  return [...body.matchAll(MEMBER)].map(([, name = '', how = '']) => ({ name, renderers: renderersIn(how) }));
}

/** `cdk().listMapper(convertCfnA)` as `convertCfnA` through `[]`; of a union, each. */
function renderersIn(how: string): readonly Renderer[] {
  const renderers: Renderer[] = [];
  const through: string[] = [];
  for (const [token, name] of how.matchAll(/(\w+)\(|(?:convertCfn\w+)|\)/gu)) {
    if (token === ')') through.pop();
    else if (name !== undefined) through.push(THROUGH[name] ?? '');
    else renderers.push({ name: token, through: through.join('') });
  }
  return renderers;
}

const THROUGH: Readonly<Record<string, string>> = { listMapper: '[]', hashMapper: '{}' };
