import { classesByPupils, teachersInBlock } from '#rules/needs-survey';
import type { Demand, DemandFinding, StudyGroupFact } from './demand.ts';
import { type ClassFact, type Ground, type Lesson, pupilsOf, type RoomFact } from './ground.ts';
import { fittingRooms } from './room-fit.ts';

/** Groups of a grade that pupils of several classes choose between, taught at the same time (CUR-01, CUR-02). */
interface Block {
  /** '10 Lượt 1'. */
  readonly key: string;
  readonly grade: number;
  readonly name: string;
  readonly periods: number;
  readonly groups: readonly StudyGroupFact[];
  /** Classes whose pupils sit in the groups. */
  readonly classIds: readonly string[];
}

const link = '/nhom-buoi-2';

function electiveBlocks({ groups }: Demand): Block[] {
  const inBlocks = groups.filter(({ block }) => block !== null);
  return [...Map.groupBy(inBlocks, ({ grade, block }) => `${grade} ${block}`)].map(([key, own]) => ({
    key,
    grade: own[0]!.grade ?? 0,
    name: own[0]!.block ?? '',
    periods: Math.max(...own.map(({ periodsPerWeek }) => periodsPerWeek)),
    groups: own,
    classIds: [...new Set(own.flatMap(({ classIds }) => classIds))],
  }));
}

/** Subjects of a block that a class takes by its own combination: one, when all is well. */
function ownSubjects({ groups }: Block, chosen: Demand['chosen'], classId: string): string[] {
  const codes = new Set(
    groups
      .filter(({ kind, subjectCode }) =>
        chosen?.some(
          (one) => one.classId === classId && one.kind === kind && one.subjectCode === subjectCode,
        ),
      )
      .map(({ subjectCode }) => subjectCode ?? ''),
  );
  return [...codes];
}

/** Periods a week of a class's programme that are taught in blocks instead: 'class subject' → periods. */
export function periodsInBlocks(demand: Demand): Map<string, number> {
  const found = new Map<string, number>();
  for (const block of electiveBlocks(demand))
    for (const classId of block.classIds) {
      const own = ownSubjects(block, demand.chosen, classId);
      if (own.length !== 1) continue;
      const key = `${classId} ${own[0]}`;
      found.set(key, (found.get(key) ?? 0) + block.periods);
    }
  return found;
}

/**
 * The lessons of all blocks: in each period of a block one for every group, with its pupils' classes, its teacher (the group's own, else
 * who is assigned the subject in the class most of the pupils come from) and a room that none of the others has.
 */
export function blockLessons(ground: Ground, demand: Demand, newId: () => string): Lesson[] {
  return electiveBlocks(demand).flatMap((block) => {
    const teachers = teachersInBlock(block.groups, demand.assigned);
    const rooms = roomsOf(ground, block);
    return Array.from({ length: block.periods }, (_, period) =>
      block.groups.flatMap((group): Lesson[] => {
        if (period >= group.periodsPerWeek) return [];
        const teacher = teachers.get(group.id);
        return [
          {
            ...{ id: newId(), kind: 'group', session: 1, subjectCode: group.subjectCode, strand: '' },
            ...{ title: group.name, studyGroupId: group.id, weeks: null },
            block: `${block.key} ${period + 1}`,
            duration: 1,
            classIds: [...group.classIds],
            staffIds: teacher ? [teacher] : [],
            roomId: rooms.get(group.id) ?? null,
            at: null,
            locked: false,
          },
        ];
      }),
    ).flat();
  });
}

/** A room for each group: what the subject asks for, else the own rooms of the classes and those of nobody, big groups first. */
function roomsOf(ground: Ground, { groups, classIds }: Block): Map<string, string> {
  const homes = new Set(ground.classes.flatMap(({ roomId }) => roomId ?? []));
  const home = (id: string) => ground.classes.find((one) => one.id === id)?.roomId ?? null;
  const found = new Map<string, string>();
  const used = new Set<string>();
  const pupils = ({ pupilsOfClass }: StudyGroupFact) =>
    Object.values(pupilsOfClass).reduce((sum, many) => sum + many, 0);
  const rules = new Map(ground.subjectRules.map((rule) => [rule.subjectCode, rule]));
  for (const group of groups.toSorted((one, other) => pupils(other) - pupils(one))) {
    const { roomKind = null, equipment = [] } = rules.get(group.subjectCode ?? '') ?? {};
    const order = [...classesByPupils(group), ...classIds].flatMap((id) => home(id) ?? []);
    const special = roomKind || equipment.length > 0;
    const wish = {
      ...{ kind: 'lesson' as const, subjectCode: group.subjectCode, classIds: group.classIds },
      roomId: order[0] ?? null,
    };
    const plain = [
      ...new Set(order),
      ...ground.rooms.filter(({ id, kind }) => kind === 'classroom' && !homes.has(id)).map(({ id }) => id),
    ].flatMap((id) => ground.rooms.find((one) => one.id === id) ?? []);
    const rooms = (special ? [...fittingRooms(ground, wish), ...plain] : plain).filter(
      ({ id }) => !used.has(id),
    );
    const places = (room: RoomFact) => room.capacity ?? Number.POSITIVE_INFINITY;
    const room =
      rooms.find((one) => places(one) >= pupils(group)) ??
      rooms.toSorted((one, other) => places(other) - places(one))[0];
    if (!room) continue;
    used.add(room.id);
    found.set(group.id, room.id);
  }
  return found;
}

/** What of a block cannot be taught as it stands, or leaves somebody without a choice. */
export function blockFindings(ground: Ground, demand: Demand, lessons: readonly Lesson[]): DemandFinding[] {
  return electiveBlocks(demand).flatMap((block): DemandFinding[] => {
    const name = `${block.name} (khối ${block.grade})`;
    const say = (severity: DemandFinding['severity'], message: string, to = link): DemandFinding => ({
      severity,
      message: `${name}: ${message}`,
      link: to,
    });
    const periods = new Set(block.groups.map(({ periodsPerWeek }) => periodsPerWeek));
    const teachers = block.groups.flatMap(({ teacherId }) => teacherId ?? []);
    const twice = [...new Set(teachers.filter((id, index) => teachers.indexOf(id) < index))];
    const classes = block.classIds.flatMap((id) => ground.classes.find((one) => one.id === id) ?? []);
    return [
      ...(periods.size > 1
        ? [say('mustFix', 'các nhóm học cùng giờ phải có cùng số tiết mỗi tuần. Hãy sửa số tiết của nhóm.')]
        : []),
      ...twice.map((id) =>
        say(
          'mustFix',
          `${ground.teachers.find((one) => one.id === id)?.name ?? 'một giáo viên'} dạy hai nhóm học cùng giờ. Hãy chọn người khác cho một nhóm.`,
        ),
      ),
      ...classes.flatMap((one) => classFindings(block, demand, one, say)),
      ...block.groups.flatMap((group) => {
        const own = lessons.filter(({ studyGroupId }) => studyGroupId === group.id);
        const [lesson] = own;
        const room = ground.rooms.find(({ id }) => id === lesson?.roomId);
        const pupils = lesson ? pupilsOf(ground, lesson) : 0;
        return [
          ...(own.some(({ staffIds }) => staffIds.length === 0)
            ? [
                say(
                  'warning',
                  `nhóm ${group.name} chưa có giáo viên. Vẫn xếp giờ; hãy chọn giáo viên cho nhóm.`,
                  `${link}/${group.id}`,
                ),
              ]
            : []),
          ...(lesson && !room
            ? [
                say(
                  'warning',
                  `nhóm ${group.name} chưa có phòng: các phòng trống đã có nhóm khác cùng giờ.`,
                  '/phong-hoc',
                ),
              ]
            : []),
          ...(room?.capacity != null && room.capacity < pupils
            ? [
                say(
                  'warning',
                  `nhóm ${group.name} có ${pupils} em, ${room.name} chỉ có ${room.capacity} chỗ.`,
                  '/phong-hoc',
                ),
              ]
            : []),
        ];
      }),
    ];
  });
}

function classFindings(
  block: Block,
  demand: Demand,
  { id, name, pupils }: ClassFact,
  say: (severity: DemandFinding['severity'], message: string, to?: string) => DemandFinding,
): DemandFinding[] {
  const own = ownSubjects(block, demand.chosen, id);
  const seated = block.groups.reduce((sum, { pupilsOfClass }) => sum + (pupilsOfClass[id] ?? 0), 0);
  return [
    ...(own.length === 1
      ? []
      : [
          say(
            'mustFix',
            own.length === 0
              ? `tổ hợp của lớp ${name} không có môn nào của lượt này. Hãy chọn lại môn của lớp, hoặc đưa các em của lớp ra.`
              : `tổ hợp của lớp ${name} có nhiều môn của lượt này. Hãy chọn lại môn của lớp, hoặc lập lượt khác.`,
            '/mon-lua-chon',
          ),
        ]),
    ...(seated < pupils
      ? [
          say(
            'warning',
            `${pupils - seated} em lớp ${name} chưa ở nhóm nào, giờ đó các em không có chỗ học. Hãy thêm các em vào nhóm.`,
          ),
        ]
      : []),
  ];
}
