import openapi from '../../../docs/openapi.json';
import { cellOf } from '../../../lib/app/cell';
import {
  type HttpHandler,
  type KeyRouteId,
  keyHandler,
  type MemberRoute,
  type MemberRouteId,
  memberHandler,
  type PersonRoute,
  type PersonRouteId,
  type PublicRoute,
  type PublicRouteId,
  personHandler,
  publicHandler,
} from '../../../lib/app/http/handler';
import { homePage } from '../../../lib/app/pages/home';
import { acceptTermsRoute } from '../../../lib/app/routes/accept-terms';
import { changeConsentRoute } from '../../../lib/app/routes/change-consent';
import { confirmRegistrationRoute } from '../../../lib/app/routes/confirm-registration';
import { erasePersonRoute } from '../../../lib/app/routes/erase-person';
import { fallbackRoute } from '../../../lib/app/routes/fallback';
import { featuresRoute } from '../../../lib/app/routes/features';
import { homePageRoute } from '../../../lib/app/routes/home-page';
import { locateDataRoute } from '../../../lib/app/routes/locate-data';
import { openapiRoute } from '../../../lib/app/routes/openapi';
import { readConsentsRoute } from '../../../lib/app/routes/read-consents';
import { readProfileRoute } from '../../../lib/app/routes/read-profile';
import { readReceiptRoute } from '../../../lib/app/routes/read-receipt';
import { readTermsRoute } from '../../../lib/app/routes/read-terms';
import { registerPersonRoute } from '../../../lib/app/routes/register-person';
import { residencyRoute } from '../../../lib/app/routes/residency';
import { signInRoute } from '../../../lib/app/routes/sign-in';
import { statusRoute } from '../../../lib/app/routes/status';
import { transparencyRoute } from '../../../lib/app/routes/transparency';
import { writeProfileRoute } from '../../../lib/app/routes/write-profile';
import type { AccountReader } from '../../../lib/app/stores/collector';
import { termsOf } from '../../../lib/app/terms/texts';
import { readKeyAuthorizer } from '../../../lib/app/triggers/read-key';
import { acceptTerms } from '../../../lib/app/use-cases/accept-terms';
import { changeConsent } from '../../../lib/app/use-cases/change-consent';
import { erasePerson } from '../../../lib/app/use-cases/erase-person';
import { locateData } from '../../../lib/app/use-cases/locate-data';
import { registerPerson } from '../../../lib/app/use-cases/register-person';
import type { JurisdictionId } from '../../../lib/domain/jurisdictions';
import type { DeclaredStore } from '../../../lib/domain/personal-stores';
import type { RouteId } from '../../../lib/domain/routes';
import { archiveRoutes, runningWorkflows } from './archive-routes';
import { conforming } from './conforming';
import { conversationRoutes } from './conversation-routes';
import { JOB, listening, memoryAccounts, memoryErasures, memoryKeys, memoryProfiles, NOW } from './memory';
import { memoryConversations } from './memory-conversations';

export const STORES: DeclaredStore[] = [
  {
    id: 'profiles',
    kind: 'table',
    holds: 'the profile that you wrote',
    personal: true,
    retention: { until: 'erasure', thenRecoverableForDays: 35 },
    key: 'person',
    legalBasis: 'contract',
    readers: ['you'],
  },
];

/** A page as the build makes it, but for what is in it. */
const BUILT = JSON.stringify({
  html: '<!doctype html><html data-home="">',
  scriptHash: `sha256-${'A'.repeat(43)}=`,
  styleHash: `sha256-${'B'.repeat(43)}=`,
});

/** What stands around a cell in memory. */
interface Around {
  /** The page, as the build has made it. @default - an empty one */
  readonly built?: string;
  /** Where its buckets are, and everything else. @default - nowhere */
  readonly at?: string;
}

/** A whole cell in memory: every route over one table and one pool. */
export function cellInMemory(
  jurisdiction: JurisdictionId,
  newPersonId: () => string,
  items?: Parameters<typeof memoryProfiles>[0],
  { built = BUILT, at }: Around = {},
) {
  const cell = cellOf(jurisdiction);
  const profiles = memoryProfiles(items, jurisdiction);
  const keys = memoryKeys(jurisdiction);
  const erasures = memoryErasures(profiles);
  const accounts = memoryAccounts();
  const isErased = (personId: string) => profiles.table.get(personId)?.kind === 'erased';
  const conversations = memoryConversations(isErased);
  const around = listening();
  const { clock } = around;
  const {
    members: ofConversations,
    readers,
    open,
  } = conversationRoutes({
    cell,
    logs: conversations,
    people: profiles,
    clock,
    address: at && `${at}/media/${jurisdiction}`,
  });
  const archives = archiveRoutes({
    cell,
    clock,
    people: profiles,
    keys,
    logs: conversations,
    accounts: accountsRead(accounts),
    isErased,
    started: async (jobId) => runningWorkflows(archives)(jobId),
    ...(at !== undefined && { address: `${at}/archives/${jurisdiction}` }),
  });
  const publicRoutes: Record<PublicRouteId, PublicRoute> = {
    status: statusRoute(cell),
    residency: residencyRoute(),
    features: featuresRoute(cell),
    'register-person': registerPersonRoute(registerPerson({ cell, accounts, newPersonId, clock })),
    'confirm-registration': confirmRegistrationRoute(accounts),
    'sign-in': signInRoute(accounts),
    'read-terms': readTermsRoute(termsOf(cell)),
    transparency: transparencyRoute(locateData(cell, STORES)),
    'home-page': homePageRoute(homePage(cell, built, at)),
    openapi: openapiRoute(openapi),
    fallback: fallbackRoute(),
  };
  const personRoutes: Record<PersonRouteId, PersonRoute> = {
    'accept-terms': acceptTermsRoute(cell, acceptTerms({ cell, people: profiles, keys, clock })),
    'read-receipt': readReceiptRoute(cell, erasures.receipts),
    'erase-person': erasePersonRoute(erasePerson({ ...erasures, newJobId: () => JOB, clock })),
    ...archives.persons,
  };
  const memberRoutes: Record<MemberRouteId, MemberRoute> = {
    'read-profile': readProfileRoute(),
    'write-profile': writeProfileRoute(profiles, clock),
    'read-consents': readConsentsRoute(),
    'change-consent': changeConsentRoute(changeConsent({ people: profiles, clock })),
    'locate-data': locateDataRoute(locateData(cell, STORES)),
    ...ofConversations,
    ...archives.members,
  };
  const members = { cell, people: profiles };
  const handlers = Object.fromEntries([
    ...Object.entries(publicRoutes).map(([id, route]) => [id, publicHandler(id as PublicRouteId, route, around)]),
    ...Object.entries(personRoutes).map(([id, route]) => [id, personHandler(id as PersonRouteId, route, around)]),
    ...Object.entries(readers).map(([id, route]) => [id, keyHandler(id as KeyRouteId, route, keys, around)]),
    ...Object.entries(memberRoutes).map(([id, route]) => [
      id,
      memberHandler(id as MemberRouteId, route, members, around),
    ]),
  ]) as Record<RouteId, HttpHandler>;
  const held = Object.fromEntries(
    Object.entries(handlers).map(([id, handler]) => [id, conforming(id as RouteId, handler)]),
  ) as typeof handlers;
  const authorize = readKeyAuthorizer(open, around);
  return {
    handlers: held,
    authorize,
    profiles,
    conversations,
    keys,
    erasures,
    accounts,
    archives,
    entries: around.entries,
  };
}

/** The accounts of a pool in memory, as exports read them. */
function accountsRead({ pool }: ReturnType<typeof memoryAccounts>): AccountReader {
  return {
    async account(personId) {
      const found = pool.get(personId);
      if (found === undefined) return undefined;
      const { email, confirmed, residence, residenceConfirmed } = found;
      return {
        kind: 'account',
        personId,
        email,
        emailVerified: confirmed,
        residence,
        ...(residenceConfirmed && { residenceConfirmed }),
        createdAt: new Date(NOW).toISOString(),
      };
    },
  };
}
