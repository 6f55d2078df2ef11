import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { readArchive, readSolution } from './read-archive.ts';
import { archiveText, constraintText, instanceText, type Sample, toEvents } from './sample.fixture.ts';
import { writeArchive } from './write-archive.ts';

const sample: Sample = {
  days: [2, 2],
  resources: { Class: ['c'], Room: ['r'] },
  events: [
    { id: 'a', duration: 2, with: ['c'], open: [['room', 'Room']] },
    { id: 'b', duration: 1, time: 'D2_1', with: ['c'] },
  ],
  constraints: constraintText('AssignTime', toEvents('a', 'b')),
};
const good = instanceText(sample);

describe('a bad archive is refused in words that say where', () => {
  test.each([
    ['an event of no length', good.replace('<Duration>2<', '<Duration>0<'), /"a".*Duration/],
    ['an event longer than the week', good.replace('<Duration>1<', '<Duration>9<'), /"b".*vượt quá/],
    [
      'a resource nobody declared',
      good.replace('"c"/>', '"nobody"/>').replace('Reference="c"', 'Reference="nobody"'),
      /"nobody"/,
    ],
    ['an id twice', good.replace('Id="D1_2"', 'Id="D1_1"'), /"D1_1" được khai hai lần/],
    ['a weight below zero', good.replace('<Weight>1<', '<Weight>-1<'), /Weight/],
    ['an unknown cost function', good.replace('>Linear<', '>Cubic<'), /Cubic/],
    [
      'no events',
      good
        .replace(/<Event Id=[\s\S]*?<\/Events>/, '</Events>')
        .replace(/<Constraints>[\s\S]*/, '</Instance>'),
      /không có bài học/,
    ],
  ])('%s', (_, instance, message) => {
    expect(instance).not.toBe(good);
    expect(() => readArchive(archiveText(instance))).toThrow(message);
  });

  test('but a constraint of an unknown kind is named, and the others are read', () => {
    const moon = constraintText('AssignMoon', '').replace(/<Required>.*<\/Required>/, '');
    const [instance] = readArchive(
      archiveText(instanceText({ ...sample, constraints: sample.constraints + moon + moon })),
    ).instances;
    expect(instance!.unsupported).toEqual([
      'AssignMoonConstraint (2): XHSTT 2014 không có loại ràng buộc này, kết quả không tính đến nó',
    ]);
    expect(instance!.constraints.map(({ kind }) => kind)).toEqual(['AssignTime']);
    // What the format has must still be whole.
    const half = constraintText('AssignTime', toEvents('a')).replace(/<Required>.*<\/Required>/, '');
    expect(() => readArchive(archiveText(instanceText({ ...sample, constraints: half })))).toThrow(
      /Required/,
    );
  });

  test('more than any school has', () => {
    const days = Array.from({ length: 50 }, () => 60);
    const huge = Array.from({ length: 5 }, (_, i) => ({ id: `x${i}`, duration: 1000, with: ['c'] }));
    expect(() =>
      readArchive(archiveText(instanceText({ ...sample, days, events: huge, constraints: '' }))),
    ).toThrow(/quá lớn/);
  });

  test('another kind of document', () => {
    expect(() => readArchive('<fet/>')).toThrow(/không phải kho XHSTT/);
  });

  test('entities that would grow without end', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${archiveText(good).replace(/^<\?xml.*\?>\n/, '')}`;
    expect(() => readArchive(bomb)).toThrow(/DOCTYPE/);
  });
});

describe('solutions', () => {
  const stored = (events: string) =>
    readArchive(
      archiveText(
        good,
        `<SolutionGroup Id="s"><Solution Reference="sample"><Events>${events}</Events></Solution></SolutionGroup>`,
      ),
    );
  const read = (events: string) => {
    const archive = stored(events);
    return readSolution(archive.solutions[0]!, archive.instances[0]!);
  };

  test('an event that is not mentioned keeps what the instance gives it', () => {
    expect(read('').meets).toEqual([
      { event: 0, duration: 2, time: -1, resources: [0, -1] },
      { event: 1, duration: 1, time: 2, resources: [0] },
    ]);
  });

  test.each([
    ['an event nobody knows', '<Event Reference="z"/>', /"z"/],
    ['meets longer than their event', '<Event Reference="b"><Duration>2</Duration></Event>', /"b"/],
    ['a time nobody knows', '<Event Reference="a"><Time Reference="x"/></Event>', /"x"/],
    [
      'a resource without a place',
      '<Event Reference="a"><Resources><Resource Reference="r"><Role>hall</Role></Resource></Resources></Event>',
      /"hall"/,
    ],
  ])('%s is refused', (_, events, message) => {
    expect(() => read(events)).toThrow(message);
  });

  test('what is written is read back the same, and costs the same', () => {
    const instance = readArchive(archiveText(good)).instances[0]!;
    const solution = {
      meets: [
        { event: 0, duration: 1, time: 0, resources: [0, 1] },
        { event: 0, duration: 1, time: -1, resources: [0, -1] },
        { event: 1, duration: 1, time: 2, resources: [0] },
      ],
    };
    const cost = evaluate(instance, solution);
    const note = {
      group: 'HoaBan & "bạn"',
      contributor: 'Hoa Ban',
      date: '2025-11-20',
      description: 'x < y',
      remarks: '',
      runningTime: 1.5,
    };
    const again = readArchive(writeArchive(instance, solution, cost, note));
    expect(again.solutions[0]!.group).toBe(note.group);
    const back = readSolution(again.solutions[0]!, again.instances[0]!);
    expect(back).toEqual(solution);
    expect(evaluate(again.instances[0]!, back).hard).toBe(cost.hard);
    expect(cost.hard).toBe(1);
  });
});
