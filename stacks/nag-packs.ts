import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks } from 'cdk-nag';
import { type WatchedPack, watched } from '../lib/constructs/watched-pack';
import { ConfigurationError } from '../lib/domain/errors';

/** The variable that asks for every pack, and the only value that it takes. */
const VARIABLE = 'DOMICILE_NAG';
const ALL = 'all';

/**
 * The packs that judge an app. Those for auditors answer whoever reviews it and cost whoever works on it: they run where
 * `DOMICILE_NAG=all` asks for them, as `npm run synth:strict`, CI and the tests do.
 *
 * @throws ConfigurationError `UnknownPacks`
 */
export function nagPacks(environment: Readonly<Record<string, string | undefined>>): readonly WatchedPack[] {
  const asked = environment[VARIABLE];
  if (asked !== undefined && asked !== ALL) {
    throw new ConfigurationError('UnknownPacks', `${VARIABLE} is '${asked}'; set it to '${ALL}', or unset it`);
  }
  const always = [watched(AwsSolutionsChecks)];
  return asked === ALL ? [...always, watched(NIST80053R5Checks), watched(HIPAASecurityChecks)] : always;
}
