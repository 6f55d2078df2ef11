import type { RoomRow } from './people-tables.ts';
import type { SiteRow } from './rows.ts';
import { owned, type SchoolContext } from './school-context.ts';

/** Rooms of a school, and which class sits where. */
export interface SchoolRooms {
  readonly rooms: readonly RoomRow[];
  /** Site and room of each class, in the order of the plan; no room: the school is short of one. */
  readonly places: readonly { readonly siteId: string; readonly roomId: string | null }[];
}

/** What rooms for practice have in most schools. */
const usual: Readonly<Record<string, readonly string[]>> = {
  computerRoom: ['Máy tính', 'Máy chiếu'],
  laboratory: ['Thiết bị thí nghiệm', 'Máy chiếu'],
  languageRoom: ['Ti vi', 'Loa, âm thanh'],
  musicRoom: ['Đàn phím điện tử', 'Loa, âm thanh'],
};

/** Of a hundred classrooms of the province, those that are built to last (2025: 5,724 of 7,438). */
const solidPercent = 77;

/**
 * About one classroom a class (a school in eight lacks one or two), rooms for practice by size and level. Two classes of
 * grades 6 and 7 at most sit at each satellite site.
 */
export function roomRows(context: SchoolContext): SchoolRooms {
  const { draws, units, plan, sites } = context;
  const { school } = units;
  const path = `room/${school.code}`;
  const [main, ...satellites] = sites;
  if (!main) throw new RangeError(`${school.code} has no site`);
  const rooms: RoomRow[] = [];
  const add = (name: string, kind: string, site: SiteRow, capacity: number | null) => {
    const row: RoomRow = {
      id: draws.id(`${path}/${name}`),
      ...owned(context),
      site_id: site.id,
      name,
      kind,
      capacity,
      equipment: usual[kind] ?? [],
      solid: draws.number(`${path}/${name}/solid`, 100) < (site === main ? solidPercent + 8 : 50),
    };
    rooms.push(row);
    return row;
  };

  const away = satellites.flatMap((site) => [site, site]);
  let awayTaken = 0;
  const siteOfClass = plan.classes.map(({ grade, name }) => {
    // The first class of each grade stays at the main site, where most teachers are.
    const goes = grade <= 7 && !name.endsWith('A') && awayTaken < away.length;
    return goes ? (away[awayTaken++] ?? main) : main;
  });
  const short = draws.number(`${path}/short`, 8) === 0 ? 1 + draws.number(`${path}/short/number`, 2) : 0;
  const withRoom = Math.max(1, plan.classes.length - short);
  const places = siteOfClass.map((site, at) => ({
    siteId: site.id,
    roomId:
      at < withRoom
        ? add(`Phòng ${101 + Math.floor(at / 8) * 100 + (at % 8)}`, 'classroom', site, 45).id
        : null,
  }));

  const upper = units.unit.teaches_upper;
  const classes = plan.classes.length;
  if (!upper) {
    add('Phòng bộ môn Khoa học tự nhiên', 'laboratory', main, 45);
  } else if (school.kind !== 'vocContinuingCentre') {
    for (const subject of ['Vật lí', 'Hóa học', 'Sinh học'])
      add(`Phòng bộ môn ${subject}`, 'laboratory', main, 45);
  }
  add('Phòng máy tính 1', 'computerRoom', main, 40);
  if (classes >= 18) add('Phòng máy tính 2', 'computerRoom', main, 40);
  if (draws.number(`${path}/language`, 100) < (upper ? 60 : 30))
    add('Phòng ngoại ngữ', 'languageRoom', main, 40);
  if (!upper && draws.number(`${path}/music`, 100) < 40) add('Phòng âm nhạc', 'musicRoom', main, 40);
  if (!upper && draws.number(`${path}/art`, 100) < 25) add('Phòng mĩ thuật', 'artRoom', main, 40);
  if (draws.number(`${path}/technology`, 100) < 45) add('Phòng công nghệ', 'technologyRoom', main, 40);
  add('Thư viện', 'library', main, 40);
  add('Sân chơi, bãi tập', 'playground', main, null);
  if (draws.number(`${path}/gym`, 100) < (upper ? 45 : 12)) add('Nhà đa năng', 'gym', main, 300);
  if (upper) add('Hội trường', 'hall', main, 250);
  return { rooms, places };
}
