import type { Stack } from '../../assembly/stack';
import { isText, type JsonMap, textAt } from '../../assembly/template';

/** The type under which channels read the macros that a whole template is given to; no resource has it. */
const TEMPLATE_MACRO = 'AWS::CloudFormation::Transform';

/** The macros of somebody else's that a template is given to before it is deployed: AWS's own are known. */
export function macrosOf({ template }: Stack): [string, JsonMap][] {
  return [template.Transform]
    .flat()
    .map((macro) => (isText(macro) ? macro : textAt(macro, 'Name')))
    .filter((name) => name !== undefined && !name.startsWith('AWS::'))
    .map((name) => ['Transform', { Type: TEMPLATE_MACRO, Properties: { Name: name } }]);
}
