import { findOwnSchool } from '#modules/curriculum';
import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { familyBook, releaseOf } from '../actions/family-book.ts';
import { progressOfPupil } from '../actions/progress-of-pupil.ts';
import { setRelease } from '../actions/set-release.ts';
import * as contract from '../contract.ts';
import { gradebookErrors } from '../errors.ts';
import { mayOf } from './shapes.ts';

/** Routes of what pupils and guardians see, and of how much that is. */
export const familyRoutes: AnyRoute[] = [
  bind(contract.getFamilyBook, ({ tx, params }) => familyBook(tx, params.pupilId)),
  bind(contract.getProgress, ({ tx, actor, now, params }) =>
    progressOfPupil(tx, { actor, now }, params.pupilId),
  ),
  bind(contract.getRelease, async ({ tx, actor }) => {
    const school = await findOwnSchool(tx, undefined);
    if (!school) throw gradebookErrors.noSchool();
    const { policy, version } = await releaseOf(tx, school.id);
    return { policy, version, may: mayOf(actor.role, ['gradebook.setRelease']) };
  }),
  bind(contract.setRelease, ({ tx, actor, now, body }) => setRelease(tx, { actor, now }, body)),
];
