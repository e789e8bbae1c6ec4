import { App, type AppProps, Validations } from 'aws-cdk-lib/core';
import { RUNNING_PACKS } from '../lib/constructs/acknowledge';
import { AcknowledgementChecks } from '../lib/constructs/acknowledgement-checks';
import { ResidencyChecks } from '../lib/constructs/residency-checks';
import { accountOf, assertJurisdictions } from '../lib/domain/jurisdiction-rules';
import { JURISDICTION_IDS, JURISDICTIONS } from '../lib/domain/jurisdictions';
import { Cell } from './cell';
import { nagPacks } from './nag-packs';

/** What a deployment is told by its environment, and what it assumes when it is not told. */
const ENVIRONMENT_DEFAULTS = {
  /** The domain that mail comes from; SES of each home region must have verified it before the first deployment. */
  DOMICILE_MAIL_DOMAIN: 'domicile.example',
} as const;

/**
 * The app: one cell for each jurisdiction of the table, judged by cdk-nag and by our own checks at every synthesis. Packs for
 * auditors run where the environment asks for them.
 *
 * @throws ConfigurationError when the table or the environment is wrong
 */
export function cellsApp(environment: Readonly<Record<string, string | undefined>>, props: AppProps = {}): App {
  assertJurisdictions(JURISDICTIONS);
  const app = new App({ analyticsReporting: false, ...props });
  const packs = nagPacks(environment);
  app.node.setContext(
    RUNNING_PACKS,
    packs.map(({ plugin }) => plugin.name),
  );
  for (const jurisdiction of JURISDICTION_IDS) {
    new Cell(app, {
      jurisdiction,
      account: accountOf(JURISDICTIONS[jurisdiction], environment),
      mailDomain: environment['DOMICILE_MAIL_DOMAIN'] ?? ENVIRONMENT_DEFAULTS.DOMICILE_MAIL_DOMAIN,
    });
  }
  Validations.of(app).addPlugins(
    new ResidencyChecks(),
    ...packs.map(({ plugin }) => plugin),
    new AcknowledgementChecks(packs),
  );
  return app;
}
