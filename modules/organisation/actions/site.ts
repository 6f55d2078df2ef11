import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import type { UnitActor } from '../actor.ts';
import {
  deleteSite as erase,
  hasOtherMainSite,
  insertSite,
  type Site,
  selectSiteOptional,
  updateSite as store,
} from '../data/sites.ts';
import { isInReach, selectUnitOptional } from '../data/units.ts';
import { organisationErrors } from '../errors.ts';

type SiteInput = Pick<Site, 'kind' | 'name' | 'village' | 'distanceKm'>;

/** Adds a teaching site to a school in reach. */
export async function createSite(
  tx: WriteTx,
  actor: UnitActor,
  schoolId: string,
  input: SiteInput,
): Promise<Site> {
  const school = await selectUnitOptional(tx, schoolId);
  if (!school) throw organisationErrors.unitNotFound();
  if (school.kind !== 'school') throw organisationErrors.notASchool();
  if (actor.scope !== 'department' && !(await isInReach(tx, actor.unitId ?? '', schoolId))) {
    throw organisationErrors.unitOutOfReach();
  }
  const site = { id: uuidv7(), unitId: schoolId, version: 1, ...input };
  await refuseSecondMain(tx, site);
  await insertSite(tx, site, actor.departmentId);
  return site;
}

/** Changes a site: absent = leave, null = clear. */
export async function updateSite(
  tx: WriteTx,
  siteId: string,
  change: { version: number } & { [Field in keyof SiteInput]?: SiteInput[Field] | undefined },
): Promise<Site> {
  const current = await selectSiteOptional(tx, siteId);
  if (!current) throw organisationErrors.siteNotFound();
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next = { ...current, ...given } as Site;
  await refuseSecondMain(tx, next);
  const saved = change.version === current.version ? await store(tx, next) : undefined;
  if (saved) return saved;
  throw organisationErrors.changedMeanwhile(next, await selectSiteOptional(tx, siteId));
}

export async function deleteSite(tx: WriteTx, siteId: string): Promise<void> {
  if (!(await erase(tx, siteId))) throw organisationErrors.siteNotFound();
}

async function refuseSecondMain(tx: WriteTx, site: Site): Promise<void> {
  if (site.kind === 'main' && (await hasOtherMainSite(tx, site.unitId, site.id))) {
    throw organisationErrors.mainSiteExists();
  }
}
