import { promisify } from 'node:util';
import { type AsyncZippable, strToU8, zip } from 'fflate';
import type { Collection, Item } from '../contract/oneroster-items.ts';
import { csvFile } from '../rules/index.ts';

/** A reference, as items carry them. */
type Ref = { readonly sourcedId: string } | undefined;
// biome-ignore lint/suspicious/noExplicitAny: items were shaped by documents/items.ts; here they are read column by column.
type Columns = Readonly<Record<string, any>>;

const idOf = (ref: Ref) => ref?.sourcedId;
const idsOf = (refs: readonly Ref[]) => refs.map(idOf).join(',');

interface File {
  readonly collection: Collection;
  readonly columns: Readonly<Record<string, (item: Columns) => unknown>>;
}

/** A column that is the item's own field of that name. */
const own = (...names: string[]) => Object.fromEntries(names.map((name) => [name, (i: Columns) => i[name]]));
const list = (name: string) => ({ [name]: (i: Columns) => (i[name] as string[]).join(',') });

/** Files of the CSV binding of OneRoster 1.2 and the columns they have, in its order. */
const files: Readonly<Record<string, File>> = {
  academicSessions: {
    collection: 'academicSessions',
    columns: {
      ...own('title', 'type', 'startDate', 'endDate'),
      parentSourcedId: (i) => idOf(i.parent),
      ...own('schoolYear'),
    },
  },
  orgs: {
    collection: 'orgs',
    columns: { ...own('name', 'type', 'identifier'), parentSourcedId: (i) => idOf(i.parent) },
  },
  courses: {
    collection: 'courses',
    columns: {
      schoolYearSourcedId: (i) => idOf(i.schoolYear),
      ...own('title', 'courseCode'),
      ...list('grades'),
      orgSourcedId: (i) => idOf(i.org),
      ...list('subjects'),
      ...list('subjectCodes'),
    },
  },
  classes: {
    collection: 'classes',
    columns: {
      ...own('title'),
      ...list('grades'),
      courseSourcedId: (i) => idOf(i.course),
      ...own('classCode', 'classType'),
      location: () => '',
      schoolSourcedId: (i) => idOf(i.school),
      termSourcedIds: (i) => idsOf(i.terms),
      ...list('subjects'),
      ...list('subjectCodes'),
      periods: () => '',
    },
  },
  users: {
    collection: 'users',
    columns: {
      ...own('enabledUser', 'username'),
      userIds: () => '',
      ...own('givenName', 'familyName', 'middleName', 'identifier'),
      email: () => '',
      sms: () => '',
      phone: () => '',
      agentSourcedIds: (i) => idsOf(i.agents),
      ...list('grades'),
      password: () => '',
      userMasterIdentifier: () => '',
      resourceSourcedIds: () => '',
      preferredGivenName: () => '',
      preferredMiddleName: () => '',
      preferredFamilyName: () => '',
      primaryOrgSourcedId: (i) => idOf(i.primaryOrg),
      pronouns: () => '',
    },
  },
  roles: {
    collection: 'users',
    columns: {
      userSourcedId: (i) => i.sourcedId,
      roleType: (i) => i.roles[0].roleType,
      role: (i) => i.roles[0].role,
      beginDate: () => '',
      endDate: () => '',
      orgSourcedId: (i) => idOf(i.roles[0].org),
      userProfileSourcedId: () => '',
    },
  },
  enrollments: {
    collection: 'enrollments',
    columns: {
      classSourcedId: (i) => idOf(i.class),
      schoolSourcedId: (i) => idOf(i.school),
      userSourcedId: (i) => idOf(i.user),
      ...own('role'),
      // Only of teachers, says the standard.
      primary: (i) => (i.role === 'teacher' ? i.primary : ''),
      ...own('beginDate', 'endDate'),
    },
  },
  demographics: {
    collection: 'demographics',
    columns: {
      ...own('birthDate', 'sex'),
      // Ethnic origin is never handed out.
      ...Object.fromEntries(
        [
          'americanIndianOrAlaskaNative',
          'asian',
          'blackOrAfricanAmerican',
          'nativeHawaiianOrOtherPacificIslander',
          'white',
          'demographicRaceTwoOrMoreRaces',
          'hispanicOrLatinoEthnicity',
          'countryOfBirthCode',
          'stateOfBirthAbbreviation',
          'cityOfBirth',
          'publicSchoolResidenceStatus',
        ].map((name) => [name, () => '']),
      ),
    },
  },
  categories: { collection: 'categories', columns: own('title', 'weight') },
  scoreScales: {
    collection: 'scoreScales',
    columns: {
      ...own('title', 'type'),
      orgSourcedId: () => '',
      courseSourcedId: () => '',
      classSourcedId: (i) => idOf(i.class),
      scoreScaleValue: (i) =>
        `{${i.scoreScaleValue.map((one: Columns) => `${one.itemValueLHS}:${one.itemValueRHS}`).join(',')}}`,
    },
  },
  lineItems: {
    collection: 'lineItems',
    columns: {
      ...own('title'),
      description: () => '',
      ...own('assignDate', 'dueDate'),
      classSourcedId: (i) => idOf(i.class),
      categorySourcedId: (i) => idOf(i.category),
      gradingPeriodSourcedId: () => '',
      ...own('resultValueMin', 'resultValueMax'),
      scoreScaleSourcedId: (i) => idOf(i.scoreScale),
      academicSessionSourcedId: (i) => idOf(i.academicSession),
      schoolSourcedId: (i) => idOf(i.school),
    },
  },
  results: {
    collection: 'results',
    columns: {
      lineItemSourcedId: (i) => idOf(i.lineItem),
      studentSourcedId: (i) => idOf(i.student),
      ...own('scoreStatus', 'score', 'scoreDate'),
      comment: () => '',
      ...own('textScore'),
      classSourcedId: (i) => idOf(i.class),
      scoreScaleSourcedId: (i) => idOf(i.scoreScale),
      inProgress: () => '',
      incomplete: () => '',
      late: () => '',
      missing: () => '',
    },
  },
};

/** Names the manifest lists; those not given are absent. */
const manifestFiles = [
  'academicSessions',
  'categories',
  'classes',
  'classResources',
  'courses',
  'courseResources',
  'demographics',
  'enrollments',
  'lineItemLearningObjectiveIds',
  'lineItems',
  'lineItemScoreScales',
  'orgs',
  'resources',
  'resultLearningObjectiveIds',
  'results',
  'resultScoreScales',
  'roles',
  'scoreScales',
  'userProfiles',
  'userResources',
  'users',
];

const packed = promisify(
  zip as (data: AsyncZippable, done: (error: Error | null, bytes: Uint8Array) => void) => void,
);

/** A bulk set of the CSV binding: the files of the collections given, and manifest.csv. In bulk, status and dateLastModified stay empty. */
export async function packCsv(
  items: Partial<Record<Collection, readonly Item[]>>,
  source: { readonly name: string; readonly code: string },
): Promise<Uint8Array> {
  const given = Object.entries(files).flatMap(([name, { collection, columns }]) => {
    const rows = items[collection];
    if (!rows) return [];
    const headers = ['sourcedId', 'status', 'dateLastModified', ...Object.keys(columns)];
    const body = rows.map((item) => [
      name === 'roles' ? `${item.sourcedId}.role` : item.sourcedId,
      '',
      '',
      ...Object.values(columns).map((column) => column(item)),
    ]);
    return [[name, csvFile(headers, body)] as const];
  });
  const names = new Set(given.map(([name]) => name));
  const manifest = csvFile(
    ['propertyName', 'value'],
    [
      ['manifest.version', '1.0'],
      ['oneroster.version', '1.2'],
      ...manifestFiles.map((name) => [`file.${name}`, names.has(name) ? 'bulk' : 'absent']),
      ['source.systemName', source.name],
      ['source.systemCode', source.code],
    ],
  );
  const zipped = [['manifest', manifest] as const, ...given].map(([name, text]) => [
    `${name}.csv`,
    strToU8(text),
  ]);
  return packed(Object.fromEntries(zipped) as AsyncZippable);
}
