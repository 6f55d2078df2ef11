import type { Draws } from './draws.ts';
import { verySmallGroups } from './ethnic-shares.ts';
import { dayAfter, drawDay, identityNumber, nobodysPhone, sectorCode } from './numbers.ts';
import { accountPath, userPart } from './people-rows.ts';
import type {
  CircumstanceRow,
  EnrolmentRow,
  GuardianRow,
  MovementRow,
  PupilPrivateRow,
  PupilRow,
} from './people-tables.ts';
import { guardianPeople, type PupilPerson, pupilPath, pupilPerson } from './pupil-people.ts';
import { owned, type SchoolContext } from './school-context.ts';
import type { SampleSchool } from './school-list.ts';

/** The pupils of one class, in the order of the roll. */
export interface ClassPupils {
  readonly pupils: readonly PupilRow[];
  readonly pupilsPrivate: readonly PupilPrivateRow[];
  readonly circumstances: readonly CircumstanceRow[];
  readonly guardians: readonly GuardianRow[];
  readonly enrolments: readonly EnrolmentRow[];
  readonly movements: readonly MovementRow[];
  /** Somebody in it has a disability. */
  readonly inclusive: boolean;
}

/** A class with what its pupils need to know of it. */
export interface PlacedClass {
  readonly id: string;
  readonly grade: number;
  readonly size: number;
  /** Another class of the grade, for those who change. */
  readonly besideId: string | null;
}

const disabledAtMost = 2;
const reasonsToLeave = [
  'Theo gia đình đi làm ăn xa',
  'Gia đình khó khăn, phải ở nhà phụ giúp',
  'Nhà xa trường, đi lại khó khăn',
  'Sức khỏe yếu',
  'Không theo kịp bài, không muốn học tiếp',
];
const collator = new Intl.Collator('vi');

function byGivenName(a: { person: PupilPerson }, b: { person: PupilPerson }): number {
  const split = ({ person: { name } }: { person: PupilPerson }) => {
    const at = name.lastIndexOf(' ');
    return [name.slice(at + 1), name.slice(0, at)] as const;
  };
  const [[givenA, familyA], [givenB, familyB]] = [split(a), split(b)];
  return collator.compare(givenA, givenB) || collator.compare(familyA, familyB);
}

/** The pupils of a class; `firstSerial`: how many pupils the classes before it have. */
export function pupilRows(context: SchoolContext, placed: PlacedClass, firstSerial: number): ClassPupils {
  const { draws, units, communes } = context;
  const all = communes.map(({ commune }) => commune);
  const roll = Array.from({ length: placed.size }, (_, at) => {
    const serial = firstSerial + at;
    return { serial, person: pupilPerson(draws, all, units.school, serial) };
  }).sort(byGivenName);

  const made = {
    pupils: [] as PupilRow[],
    pupilsPrivate: [] as PupilPrivateRow[],
    circumstances: [] as CircumstanceRow[],
    guardians: [] as GuardianRow[],
    enrolments: [] as EnrolmentRow[],
    movements: [] as MovementRow[],
  };
  let disabled = 0;
  for (const [at, { serial, person }] of roll.entries()) {
    const isDisabled =
      disabled < disabledAtMost && draws.number(`${pupilPath(units.school, serial)}/disability`, 1000) < 5;
    if (isDisabled) disabled++;
    addPupil(context, placed, { serial, person, rollNumber: at + 1, isDisabled }, made);
  }
  return { ...made, inclusive: disabled > 0 };
}

function addPupil(
  context: SchoolContext,
  placed: PlacedClass,
  {
    serial,
    person,
    rollNumber,
    isDisabled,
  }: { serial: number; person: PupilPerson; rollNumber: number; isDisabled: boolean },
  made: {
    pupils: PupilRow[];
    pupilsPrivate: PupilPrivateRow[];
    circumstances: CircumstanceRow[];
    guardians: GuardianRow[];
    enrolments: EnrolmentRow[];
    movements: MovementRow[];
  },
): void {
  const { draws, units, schoolYear } = context;
  const { school } = units;
  const path = pupilPath(school, serial);
  const own = owned(context);
  const id = draws.id(path);
  const residence = context.communes.find(({ commune }) => commune === person.residence);
  if (!residence) throw new RangeError(`${path} lives nowhere`);
  const village = draws.pick(`${path}/village`, residence.villages);
  const birth = birthOf(draws, path, placed.grade, school);
  const state = stateOf(context, path, serial, placed);
  // Accounts exist only for the family that the demo shows.
  const accountOf = (who: string) =>
    serial === 0 ? context.accountOf(accountPath(`${who}.${userPart(units.unit)}`)) : null;

  made.pupils.push({
    id,
    ...own,
    account_id: accountOf('hocsinh'),
    sector_code: sectorCode(draws, 'pupil', context.number, serial),
    full_name: person.name,
    sex: person.sex,
    birth_date: birth.date,
    commune_id: residence.unit.id,
    village,
    phone:
      placed.grade >= 10 && draws.number(`${path}/phone`, 100) < 35
        ? nobodysPhone(draws, `${path}/phone/number`)
        : null,
    status: state.status,
  });
  made.pupilsPrivate.push({
    pupil_id: id,
    ...own,
    identity_number: identityNumber(
      draws,
      { sex: person.sex, birthDate: birth.date },
      context.number,
      serial,
    ),
    ethnic_group: person.ethnicGroup,
    birth_place: `${residence.unit.name}, tỉnh Điện Biên`,
    address: `${village}, ${residence.unit.name.replace(/^\S+/, (word) => word.toLowerCase())}, tỉnh Điện Biên`,
  });
  const guardians = guardianPeople(draws, path, person);
  for (const [at, { relation, name }] of guardians.entries()) {
    made.guardians.push({
      id: draws.id(`${path}/${relation}`),
      pupil_id: id,
      ...own,
      account_id: at === 0 ? accountOf('chame') : null,
      relation,
      full_name: name,
      phone:
        draws.number(`${path}/${relation}/has`, 100) < (at === 0 ? 88 : 55)
          ? nobodysPhone(draws, `${path}/${relation}/phone`)
          : null,
      occupation: occupation(draws, `${path}/${relation}`, person, residence.commune.kind),
    });
  }
  const orphan = guardians[0]?.relation === 'grandparent' || guardians[0]?.relation === 'relative';
  for (const kind of circumstances(draws, path, person, units.school, residence.commune.kind, {
    isDisabled,
    orphan,
  }))
    made.circumstances.push({ pupil_id: id, ...own, kind, starts_on: schoolYear.opens_on });

  const places = state.places.map((place, at) => ({
    id: draws.id(`${path}/enrolment/${at}`),
    pupil_id: id,
    ...own,
    school_year_id: schoolYear.id,
    roll_number: rollNumber,
    repeating: birth.repeating,
    ...place,
  }));
  made.enrolments.push(...places);
  made.movements.push(
    ...state.movements.map((movement, at) => ({
      id: draws.id(`${path}/movement/${at}`),
      pupil_id: id,
      ...own,
      school_year_id: schoolYear.id,
      ...movement,
      recorded_at: `${movement.happened_on}T16:00:00+07:00`,
    })),
  );
}

/** Most are of the age of their grade; some began late or repeated, more of them in the centres. */
function birthOf(
  draws: Draws,
  path: string,
  grade: number,
  school: SampleSchool,
): { date: string; repeating: boolean } {
  const draw = draws.number(`${path}/age`, 1000);
  const late = school.kind === 'vocContinuingCentre' ? 5 : school.zone === 3 ? 1.5 : 1;
  const older = draw < 3 * late ? 3 : draw < 15 * late ? 2 : draw < 70 * late ? 1 : 0;
  const year = 2025 - (grade + 5) - older;
  return {
    date: drawDay(draws, `${path}/birth`, `${year}-01-01`, `${year + 1}-01-01`),
    repeating: older > 0 && draws.number(`${path}/repeating`, 100) < 6,
  };
}

interface PupilState {
  readonly status: PupilRow['status'];
  readonly places: readonly Pick<EnrolmentRow, 'class_id' | 'starts_on' | 'ends_on' | 'ended_as'>[];
  readonly movements: readonly Omit<
    MovementRow,
    'id' | 'pupil_id' | 'unit_id' | 'department_id' | 'school_year_id' | 'recorded_at'
  >[];
}

/** Where the pupil sat this year: nearly all in one class since the opening; a few changed class, went, or came back. */
function stateOf(
  { draws, schoolYear, until }: SchoolContext,
  path: string,
  serial: number,
  placed: PlacedClass,
): PupilState {
  const opened = schoolYear.opens_on;
  const enrolled = {
    kind: 'enrolled' as const,
    happened_on: opened,
    from_class_id: null,
    to_class_id: placed.id,
    reason: null,
  };
  const sits = { class_id: placed.id, starts_on: opened, ends_on: null, ended_as: null };
  const draw = serial === 0 ? 999 : draws.number(`${path}/event`, 1000);
  const gone = dayAfter(opened, 20 + draws.number(`${path}/event/day`, 130));
  const back = dayAfter(gone, 7 + draws.number(`${path}/event/back`, 25));
  const reason = draws.pick(`${path}/event/reason`, reasonsToLeave);
  const left = { happened_on: gone, from_class_id: placed.id, to_class_id: null };

  if (gone > until) return { status: 'learning', places: [sits], movements: [enrolled] };
  if (draw < 7) {
    const dropped = { ...left, kind: 'droppedOut' as const, reason };
    const away = { ...sits, ends_on: gone, ended_as: 'droppedOut' as const };
    if (draw >= 4 || back > until) return { status: 'away', places: [away], movements: [enrolled, dropped] };
    return {
      status: 'learning',
      places: [away, { ...sits, starts_on: back }],
      movements: [
        enrolled,
        dropped,
        {
          kind: 'returned',
          happened_on: back,
          from_class_id: null,
          to_class_id: placed.id,
          reason: 'Nhà trường và bản vận động, em đi học lại',
        },
      ],
    };
  }
  if (draw < 9)
    return {
      status: 'left',
      places: [{ ...sits, ends_on: gone, ended_as: 'transferred' }],
      movements: [enrolled, { ...left, kind: 'leftProvince', reason: 'Theo gia đình chuyển đi tỉnh khác' }],
    };
  if (draw < 12 && placed.besideId)
    return {
      status: 'learning',
      places: [
        { ...sits, ends_on: gone, ended_as: 'classChanged' },
        { ...sits, class_id: placed.besideId, starts_on: gone },
      ],
      movements: [
        enrolled,
        {
          kind: 'classChanged',
          happened_on: gone,
          from_class_id: placed.id,
          to_class_id: placed.besideId,
          reason: null,
        },
      ],
    };
  return { status: 'learning', places: [sits], movements: [enrolled] };
}

function circumstances(
  draws: Draws,
  path: string,
  person: PupilPerson,
  school: SampleSchool,
  residence: 'commune' | 'ward',
  { isDisabled, orphan }: { isDisabled: boolean; orphan: boolean },
): string[] {
  const boarding = school.kind === 'ethnicBoardingLower' || school.kind === 'ethnicBoardingUpper';
  const remote = residence === 'ward' ? 0 : school.zone;
  const poor = (remote === 3 ? 290 : remote === 2 ? 150 : 25) * (person.ethnicGroup === '01' ? 0.15 : 1);
  const near = remote === 0 ? 20 : 110;
  const wealth = draws.number(`${path}/wealth`, 1000);
  const semi =
    school.kind === 'ethnicSemiBoarding'
      ? 62
      : school.kind === 'upperSecondary' && school.zone === 3
        ? 35
        : 0;
  return [
    ...(isDisabled ? ['disability'] : []),
    ...(wealth < poor ? ['poorHousehold'] : wealth < poor + near ? ['nearPoorHousehold'] : []),
    ...(orphan ? ['orphan'] : []),
    ...(verySmallGroups.has(person.ethnicGroup) ? ['verySmallEthnicGroup'] : []),
    ...(boarding ? ['boarder'] : draws.number(`${path}/semiBoarder`, 100) < semi ? ['semiBoarder'] : []),
    ...(draws.number(`${path}/policy`, 1000) < 4 ? ['policyFamily'] : []),
  ];
}

const townWork = ['Kinh doanh nhỏ', 'Công nhân', 'Viên chức', 'Lao động tự do', 'Giáo viên', 'Nông dân'];
const villageWork = ['Làm nương', 'Làm ruộng', 'Nông dân', 'Nông dân', 'Lao động tự do', 'Chăn nuôi'];

function occupation(draws: Draws, path: string, person: PupilPerson, residence: 'commune' | 'ward'): string {
  const town = residence === 'ward' || person.ethnicGroup === '01';
  return draws.pick(`${path}/work`, town ? townWork : villageWork);
}
