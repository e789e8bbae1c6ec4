import { App, Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { accountOf, assertJurisdictions } from '../lib/domain/jurisdiction-rules';
import { JURISDICTION_IDS, JURISDICTIONS } from '../lib/domain/jurisdictions';
import { Cell } from '../stacks/cell';

assertJurisdictions(JURISDICTIONS);
const app = new App({ analyticsReporting: false });
for (const jurisdiction of JURISDICTION_IDS) {
  new Cell(app, {
    jurisdiction,
    account: accountOf(JURISDICTIONS[jurisdiction], process.env),
    mailDomain: process.env['DOMICILE_MAIL_DOMAIN'] ?? 'domicile.example',
  });
}
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();
