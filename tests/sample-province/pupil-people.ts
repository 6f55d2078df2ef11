import type { Commune } from '#reference/dien-bien';
import type { Draws } from './draws.ts';
import { type EthnicShares, sharesOf } from './ethnic-shares.ts';
import { drawPerson, nameIn, type Person } from './person-names.ts';
import { differentPlaceNames } from './place-names.ts';
import { areaOf, type SampleSchool } from './school-list.ts';

/** A pupil as a person: where the family lives, and who brings the child up. */
export interface PupilPerson extends Person {
  readonly residence: Commune;
}

/** Where the pupil `serial` (0, 1 …) of a school is drawn. */
export function pupilPath(school: SampleSchool, serial: number): string {
  return `pupil/${school.code}/${serial}`;
}

/** The invented person of a pupil: most live in the school's commune, in upper schools also in others of the area. */
export function pupilPerson(
  draws: Draws,
  communes: readonly Commune[],
  school: SampleSchool,
  serial: number,
): PupilPerson {
  const path = pupilPath(school, serial);
  const residence = drawResidence(draws, `${path}/residence`, communes, school);
  const shares = sharesInSchool(sharesOf(draws, residence, areaOf(residence)), school);
  // A few more boys than girls, as in the age group.
  const sex = draws.number(`${path}/sex`, 100) < 52 ? 'male' : 'female';
  return { ...drawPerson(draws, path, shares, sex), residence };
}

function drawResidence(
  draws: Draws,
  path: string,
  communes: readonly Commune[],
  school: SampleSchool,
): Commune {
  const wide = school.kind === 'specialised';
  const boarding = school.kind === 'ethnicBoardingLower' || school.kind === 'ethnicBoardingUpper';
  const upper = school.kind === 'upperSecondary' || school.kind === 'vocContinuingCentre';
  const elsewhere = wide ? 55 : boarding ? 80 : upper ? 50 : school.kind === 'combinedSecondary' ? 30 : 3;
  if (draws.number(path, 100) >= elsewhere) return school.commune;
  const around = wide ? communes : communes.filter((commune) => areaOf(commune) === areaOf(school.commune));
  return draws.pick(`${path}/commune`, around);
}

/** Boarding schools of ethnic minorities take hardly any Kinh; the specialised school takes more of them. */
function sharesInSchool(shares: EthnicShares, { kind }: SampleSchool): EthnicShares {
  const factor =
    kind === 'ethnicBoardingLower' || kind === 'ethnicBoardingUpper' ? 0.1 : kind === 'specialised' ? 2 : 1;
  return { ...shares, '01': (shares['01'] ?? 0) * factor };
}

export interface GuardianPerson {
  readonly relation: 'father' | 'mother' | 'grandparent' | 'relative';
  readonly name: string;
}

/** Who brings up the pupil drawn at `path`: mostly both parents, first the one to call. */
export function guardianPeople(draws: Draws, path: string, pupil: Person): GuardianPerson[] {
  const [family = ''] = pupil.name.split(' ');
  const father = (): GuardianPerson => ({
    relation: 'father',
    name: nameIn(draws, `${path}/father`, pupil.ethnicGroup, 'male', family),
  });
  const mother = (): GuardianPerson => ({
    relation: 'mother',
    name: nameIn(draws, `${path}/mother`, pupil.ethnicGroup, 'female'),
  });
  const draw = draws.number(`${path}/family`, 1000);
  if (draw < 7)
    return [
      {
        relation: draw < 5 ? 'grandparent' : 'relative',
        name: nameIn(
          draws,
          `${path}/kin`,
          pupil.ethnicGroup,
          draws.pick(`${path}/kin/sex`, ['female', 'male']),
        ),
      },
    ];
  if (draw < 70) return [mother()];
  if (draw < 100) return [father()];
  return draws.number(`${path}/first`, 2) === 0 ? [mother(), father()] : [father(), mother()];
}

/** Villages of a commune (bản; in wards tổ dân phố), the same for everybody. */
export function villagesOf(draws: Draws, commune: Commune): readonly string[] {
  if (commune.kind === 'ward') return Array.from({ length: 12 }, (_, at) => `Tổ dân phố ${at + 1}`);
  return differentPlaceNames(draws, `${commune.code}/villages`, 14).map((name) => `Bản ${name}`);
}
