import { cellOf } from '../../../lib/app/cell';
import {
  type HttpHandler,
  type PersonRoute,
  type PersonRouteId,
  type PublicRoute,
  type PublicRouteId,
  personHandler,
  publicHandler,
} from '../../../lib/app/http/handler';
import { confirmRegistrationRoute } from '../../../lib/app/routes/confirm-registration';
import { erasePersonRoute } from '../../../lib/app/routes/erase-person';
import { fallbackRoute } from '../../../lib/app/routes/fallback';
import { locateDataRoute } from '../../../lib/app/routes/locate-data';
import { readProfileRoute } from '../../../lib/app/routes/read-profile';
import { registerPersonRoute } from '../../../lib/app/routes/register-person';
import { residencyRoute } from '../../../lib/app/routes/residency';
import { signInRoute } from '../../../lib/app/routes/sign-in';
import { statusRoute } from '../../../lib/app/routes/status';
import { writeProfileRoute } from '../../../lib/app/routes/write-profile';
import { erasePerson } from '../../../lib/app/use-cases/erase-person';
import { locateData } from '../../../lib/app/use-cases/locate-data';
import { registerPerson } from '../../../lib/app/use-cases/register-person';
import type { JurisdictionId } from '../../../lib/domain/jurisdictions';
import type { RouteId } from '../../../lib/domain/routes';
import { listening, memoryAccounts, memoryProfiles } from './memory';

/** A whole cell in memory: every route over one table and one pool. */
export function cellInMemory(jurisdiction: JurisdictionId, newPersonId: () => string) {
  const cell = cellOf(jurisdiction);
  const profiles = memoryProfiles();
  const accounts = memoryAccounts();
  const around = listening();
  const { clock } = around;
  const publicRoutes: Record<PublicRouteId, PublicRoute> = {
    status: statusRoute(cell),
    residency: residencyRoute(),
    'register-person': registerPersonRoute(registerPerson({ cell, accounts, newPersonId, clock })),
    'confirm-registration': confirmRegistrationRoute(accounts),
    'sign-in': signInRoute(accounts),
    fallback: fallbackRoute(),
  };
  const personRoutes: Record<PersonRouteId, PersonRoute> = {
    'read-profile': readProfileRoute(profiles),
    'write-profile': writeProfileRoute(profiles, clock),
    'erase-person': erasePersonRoute(erasePerson({ cell, profiles, accounts, clock })),
    'locate-data': locateDataRoute(profiles, locateData(cell, [])),
  };
  const handlers = Object.fromEntries([
    ...Object.entries(publicRoutes).map(([id, route]) => [id, publicHandler(id as PublicRouteId, route, around)]),
    ...Object.entries(personRoutes).map(([id, route]) => [id, personHandler(id as PersonRouteId, route, around)]),
  ]) as Record<RouteId, HttpHandler>;
  return { handlers, profiles, accounts, entries: around.entries };
}
