import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import { listKnownClasses, listKnownPupils, listKnownStaff } from '../data/import-context.ts';
import { saveClasses, saveStaff } from '../data/import-save.ts';
import type { PupilRow } from '../data/save-pupils.ts';
import {
  type CheckedRow,
  classSheet,
  gradeOfClass,
  pupilSheet,
  type SheetContext,
  staffSheet,
} from '../rules/sheets/index.ts';
import { type ImportScope, registerImportKind } from './import-kinds.ts';
import { savePupils } from './save-pupils.ts';

const idByName = (list: readonly { id: string; name: string }[], name: string | null | undefined) =>
  list.find((one) => one.name === name)?.id ?? null;

/** The day pupils come into their classes: today, within the school year. */
function seatedOn({ schoolYear, now }: ImportScope): string {
  const days = [schoolYear.startsOn, localDate(now), schoolYear.endsOn].sort();
  return days[1]!;
}

function pupilRow({ known, values }: CheckedRow, { classes, communes }: SheetContext): PupilRow {
  const said = (field: string) => values[field] ?? known?.values[field] ?? null;
  const guardians = (['father', 'mother', 'guardian'] as const).flatMap((relation) => {
    const fullName = values[`${relation}Name`];
    return fullName ? [{ relation, fullName, phone: values[`${relation}Phone`] ?? null }] : [];
  });
  return {
    id: known?.id ?? null,
    fullName: said('fullName')!,
    sex: said('sex') as 'female' | 'male',
    birthDate: said('birthDate')!,
    sectorCode: values.sectorCode ?? null,
    identityNumber: values.identityNumber ?? null,
    ethnicGroup: values.ethnicGroup ?? null,
    birthPlace: values.birthPlace ?? null,
    address: values.address ?? null,
    communeId: idByName(communes, values.communeName),
    village: values.village ?? null,
    phone: values.phone ?? null,
    guardians,
    classId: idByName(classes, values.className),
    rollNumber: values.rollNumber ? Number(values.rollNumber) : null,
  };
}

registerImportKind({
  kind: 'pupils',
  sheet: () => pupilSheet,
  listKnown: (tx, { unitId }) => listKnownPupils(tx, unitId),
  save: async (tx, scope, rows, context) => {
    const { unitId, departmentId, accountId, now } = scope;
    const place = { unitId, departmentId, accountId, now, on: seatedOn(scope) };
    await savePupils(
      tx,
      place,
      rows.map((row) => pupilRow(row, context)),
    );
  },
});

registerImportKind({
  kind: 'staff',
  sheet: () => staffSheet,
  listKnown: (tx, { unitId }) => listKnownStaff(tx, unitId),
  save: (tx, { unitId, departmentId, teachesLower, teachesUpper, schoolYear }, rows, { teams }) =>
    saveStaff(
      tx,
      { unitId, departmentId, teachesLower, teachesUpper, startsOn: schoolYear.startsOn },
      rows.map(({ known, values }) => ({
        id: known?.id ?? uuidv7(),
        code: values.code ?? null,
        fullName: values.fullName ?? null,
        sex: values.sex ?? null,
        birthDate: values.birthDate ?? null,
        post: values.post ?? null,
        employment: values.employment ?? null,
        qualification: values.qualification ?? null,
        teamId: idByName(teams, values.teamName),
        phone: values.phone ?? null,
        email: values.email ?? null,
        joinedOn: values.joinedOn ?? null,
        identityNumber: values.identityNumber ?? null,
        ethnicGroup: values.ethnicGroup ?? null,
        subjects: values.subjects?.split(' ') ?? null,
      })),
    ),
});

registerImportKind({
  kind: 'classes',
  sheet: () => classSheet,
  listKnown: (tx, { unitId, schoolYear }) => listKnownClasses(tx, unitId, schoolYear.id),
  save: (tx, { unitId, departmentId, schoolYear }, rows, { rooms, sites }) =>
    saveClasses(
      tx,
      { unitId, departmentId, schoolYearId: schoolYear.id },
      rows.map(({ known, values }) => ({
        id: known?.id ?? uuidv7(),
        name: values.name!,
        grade: values.grade || !known ? gradeOfClass(values) : Number(known.values.grade),
        kind: values.kind ?? null,
        specialisedSubject: values.specialisedSubject ?? null,
        homeroomStaffId: values.homeroomStaffId ?? null,
        roomId: idByName(rooms, values.roomName),
        siteId: idByName(sites, values.siteName),
        twoSessions: values.twoSessions ? values.twoSessions === 'yes' : null,
      })),
    ),
});
