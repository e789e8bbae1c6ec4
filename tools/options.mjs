import { parseArgs } from 'node:util';
import { CannotRunError } from './errors.mjs';

export const HELP = `npm start -- [options]

  Deploys both cells to an AWS emulator on this machine, registers a person in each, searches
  the other region for their data, and tries to move data abroad. Nothing listens beyond 127.0.0.1.

  --keep            leave the emulator running at the end, with addresses, tokens and lines to try
  --stop            stop an emulator that was kept
  --destroy         take the stacks down again with 'cdk destroy', in a kept emulator or at --endpoint
  --port NUMBER     the emulator's port on 127.0.0.1 (default: a free one)
  --endpoint URL    use another AWS-compatible endpoint instead of the emulator
  --help            this text

  Exit codes: 0 the claim held, 1 it did not, 2 it could not be judged.`;

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment in which npm leaves the options that it took for its own
 * @returns {{ verb: 'start' | 'stop' | 'destroy' | 'help', keep: boolean, port: number, endpoint: string | undefined }}
 */
export function parseOptions(args, environment) {
  const taken = ['keep', 'stop', 'destroy', 'endpoint'].find((name) => environment[`npm_config_${name}`] !== undefined);
  if (taken !== undefined)
    throw usage(`npm took '--${taken}' for an option of its own; write 'npm start -- --${taken}'`);
  const { values } = parse(args);
  const verbs = ['help', 'stop', 'destroy'].filter((verb) => values[verb]);
  const [verb = 'start', second] = verbs;
  if (second !== undefined && verb !== 'help') throw usage(`'--${verb}' and '--${second}' exclude each other`);
  if (values.keep && verb !== 'start' && verb !== 'help') throw usage(`'--keep' and '--${verb}' exclude each other`);
  if (values.endpoint !== undefined) {
    for (const other of ['keep', 'stop', 'port']) {
      if (values[other])
        throw usage(`'--endpoint' and '--${other}' exclude each other: the endpoint is not ours to start or stop`);
    }
  }
  return { verb, keep: values.keep ?? false, port: portOf(values.port), endpoint: endpointOf(values.endpoint) };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        keep: { type: 'boolean' },
        stop: { type: 'boolean' },
        destroy: { type: 'boolean' },
        port: { type: 'string' },
        endpoint: { type: 'string' },
      },
    });
  } catch (error) {
    throw usage(error.message.split('. ')[0].toLowerCase());
  }
}

function portOf(text) {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw usage(`'--port' is '${text}'; give a number from 1 to 65535`);
  return port;
}

function endpointOf(text) {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw usage(`'--endpoint' is '${text}'; give an http or https URL`);
  // The run makes and deletes roles and buckets, and signs with throw-away credentials: never on AWS itself.
  if (/(^|\.)(amazonaws\.com(\.cn)?|api\.aws|aws\.dev)$/.test(url.hostname)) {
    throw usage(`'--endpoint' is '${text}', which is AWS; deploy there with 'cdk deploy'`);
  }
  return url.origin;
}

function usage(message) {
  return new CannotRunError(`${message}; 'npm start -- --help' lists the options`);
}
