/** The path of a route with its parameters filled in, each as one segment. */
export function filledPath(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : encodeURIComponent(value);
  });
}

/** The parameters of a path that a route has; undefined where the path is none of that route's. */
export function parametersOf(route: string, path: string): Readonly<Record<string, string>> | undefined {
  const [expected, found] = [route.split('/'), path.split('/')];
  if (expected.length !== found.length) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, segment] of expected.entries()) {
    const value = found[index] ?? '';
    const [, name] = /^\{(\w+)\}$/u.exec(segment) ?? [];
    if (name === undefined ? value !== segment : value === '') return undefined;
    if (name !== undefined) parameters.push([name, value]);
  }
  return Object.fromEntries(parameters);
}
