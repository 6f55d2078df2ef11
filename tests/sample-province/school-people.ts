import { classChoiceRows } from './class-choice-rows.ts';
import { dutyRows } from './duty-rows.ts';
import type { ClassRow, SchoolPeople } from './people-tables.ts';
import { type ClassPupils, pupilRows } from './pupil-rows.ts';
import { roomRows } from './room-rows.ts';
import { owned, type SchoolContext } from './school-context.ts';
import { staffRows } from './staff-rows.ts';

/** Rows of everybody in one school: rooms, staff, classes, pupils with their families, enrolments and movements. */
export function schoolPeople(context: SchoolContext): SchoolPeople {
  const { draws, units, plan, schoolYear } = context;
  const { school } = units;
  const { rooms, places } = roomRows(context);
  const { homeroomOf, ...staff } = staffRows(context);
  const twoSessions =
    school.kind === 'ethnicBoardingLower' ||
    school.kind === 'ethnicBoardingUpper' ||
    draws.number(`${school.code}/twoSessions`, 100) < (school.kind === 'ethnicSemiBoarding' ? 40 : 25);

  const idOf = (name: string) => draws.id(`class/${school.code}/${schoolYear.name}/${name}`);
  const boarding = school.kind === 'ethnicBoardingLower' || school.kind === 'ethnicBoardingUpper';
  const classes: ClassRow[] = [];
  const filled: ClassPupils[] = [];
  let serial = 0;
  for (const [at, { grade, name, pupils, specialisedSubject }] of plan.classes.entries()) {
    const beside = plan.classes.find((other) => other.grade === grade && other.name !== name);
    const inside = pupilRows(
      context,
      {
        id: idOf(name),
        grade,
        size: pupils,
        besideId: beside && !specialisedSubject ? idOf(beside.name) : null,
      },
      serial,
    );
    serial += pupils;
    filled.push(inside);
    const place = places[at];
    if (!place) throw new RangeError(`${school.code} ${name} has no place`);
    classes.push({
      id: idOf(name),
      ...owned(context),
      school_year_id: schoolYear.id,
      grade,
      name,
      kind: specialisedSubject
        ? 'specialised'
        : boarding
          ? 'boarding'
          : inside.inclusive
            ? 'inclusive'
            : 'ordinary',
      specialised_subject: specialisedSubject,
      site_id: place.siteId,
      room_id: place.roomId,
      homeroom_staff_id: homeroomOf.get(name) ?? null,
      two_sessions: twoSessions,
    });
  }
  const all = <Key extends Exclude<keyof ClassPupils, 'inclusive'>>(key: Key) =>
    filled.flatMap((inside) => inside[key] as readonly ClassPupils[Key][number][]);
  return {
    rooms,
    ...staff,
    classes,
    pupils: all('pupils'),
    pupilsPrivate: all('pupilsPrivate'),
    circumstances: all('circumstances'),
    guardians: all('guardians'),
    enrolments: all('enrolments'),
    movements: all('movements'),
    classChoices: classChoiceRows(context, classes),
    duties: dutyRows(context, staff.staff, classes),
  };
}
