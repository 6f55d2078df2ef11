import { bind } from '#modules/identity-access';
import { amendPlan, draftPlan } from '../actions/draft-plan.ts';
import { saveRows, updateCalendar } from '../actions/edit-plan.ts';
import { publishGuidance, readGuidance, saveGuidance } from '../actions/guidance.ts';
import {
  acknowledgePlan,
  approvePlan,
  confirmReading,
  proposePlan,
  publishPlan,
  returnPlan,
} from '../actions/steps.ts';
import { drawTeacherPlan, saveTeacherPlan } from '../actions/teacher-plan.ts';
import { decideTeamPlan, proposeTeamPlan, saveTeamRows } from '../actions/teams.ts';
import * as contract from '../contract.ts';

export const changeRoutes = [
  bind(contract.draftPlan, ({ tx, actor, now, body }) => draftPlan(tx, { actor, now }, body)),
  bind(contract.amendPlan, ({ tx, actor, now, params, body }) =>
    amendPlan(tx, { actor, now }, params.planId, body),
  ),
  bind(contract.updateCalendar, ({ tx, actor, now, params, body }) =>
    updateCalendar(tx, { actor, now }, params.planId, body),
  ),
  bind(contract.saveRows, ({ tx, actor, now, params, body }) =>
    saveRows(tx, { actor, now }, params.planId, body),
  ),
  bind(contract.proposePlan, ({ tx, actor, now, params, body }) =>
    proposePlan(tx, { actor, now }, { ...params, ...body }),
  ),
  bind(contract.approvePlan, ({ tx, actor, now, params, body }) =>
    approvePlan(tx, { actor, now }, { ...params, ...body }, body.warningsReason),
  ),
  bind(contract.returnPlan, ({ tx, actor, now, params, body }) =>
    returnPlan(tx, { actor, now }, { ...params, ...body }, body.note),
  ),
  bind(contract.acknowledgePlan, ({ tx, actor, now, params, body }) =>
    acknowledgePlan(tx, { actor, now }, { ...params, ...body }, body.note),
  ),
  bind(contract.publishPlan, ({ tx, actor, now, params, body }) =>
    publishPlan(tx, { actor, now }, { ...params, ...body }),
  ),
  bind(contract.confirmReading, ({ tx, actor, now, params }) =>
    confirmReading(tx, { actor, now }, params.planId),
  ),
  bind(contract.saveTeamRows, ({ tx, actor, now, params, body }) =>
    saveTeamRows(tx, { actor, now }, params, body),
  ),
  bind(contract.proposeTeamPlan, ({ tx, actor, now, params, body }) =>
    proposeTeamPlan(tx, { actor, now }, params, body.version),
  ),
  bind(contract.decideTeamPlan, ({ tx, actor, now, params, body }) =>
    decideTeamPlan(tx, { actor, now }, params, body),
  ),
  bind(contract.drawTeacherPlan, ({ tx, params }) => drawTeacherPlan(tx, params.planId)),
  bind(contract.saveTeacherPlan, ({ tx, params, body }) => saveTeacherPlan(tx, params.planId, body.rows)),
  bind(contract.getGuidance, ({ tx, actor, query }) => readGuidance(tx, actor, query.schoolYear)),
  bind(contract.saveGuidance, ({ tx, actor, now, body }) => saveGuidance(tx, { actor, now }, body)),
  bind(contract.publishGuidance, ({ tx, actor, now, body }) => publishGuidance(tx, { actor, now }, body)),
];
