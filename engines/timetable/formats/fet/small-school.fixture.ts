/** A small invented school as a .fet document: two classes, three teachers, five days of four hours; more can be added. */
export function smallSchool(
  parts: {
    readonly time?: string;
    readonly space?: string;
    readonly activities?: string;
    readonly head?: string;
  } = {},
): string {
  const names = (item: string, list: readonly string[]) =>
    list.map((name) => `<${item}><Name>${name}</Name></${item}>`).join('');
  const activities = [
    [1, 'An', 'Toan', '6A', 1, 1],
    [2, 'An', 'Toan', '6A', 1, 1],
    [3, 'An', 'Toan', '6A', 1, 1],
    [4, 'Binh', 'Van', '6A', 2, 4],
    [5, 'Binh', 'Van', '6A', 1, 4],
    [6, 'An', 'Toan', '6B', 1, 6],
    [7, 'An', 'Toan', '6B', 1, 6],
    [8, 'Binh', 'Van', '6B', 2, 0],
    [9, 'Chi', 'Tin', '6A', 1, 0],
    [10, 'Chi', 'Tin', '6B', 1, 0],
  ]
    .map(
      ([id, teacher, subject, students, duration, group]) =>
        `<Activity><Teacher>${teacher}</Teacher><Subject>${subject}</Subject><Students>${students}</Students>` +
        `<Duration>${duration}</Duration><Total_Duration>${duration}</Total_Duration><Id>${id}</Id>` +
        `<Activity_Group_Id>${group}</Activity_Group_Id><Active>true</Active></Activity>`,
    )
    .join('');
  return (
    `<?xml version="1.0" encoding="UTF-8"?><fet version="6.8.5">${parts.head ?? ''}<Institution_Name>Trường mẫu</Institution_Name>` +
    `<Days_List><Number_of_Days>5</Number_of_Days>${names('Day', ['T2', 'T3', 'T4', 'T5', 'T6'])}</Days_List>` +
    `<Hours_List><Number_of_Hours>4</Number_of_Hours>${names('Hour', ['1', '2', '3', '4'])}</Hours_List>` +
    `<Subjects_List>${names('Subject', ['Toan', 'Van', 'Tin'])}</Subjects_List>` +
    `<Teachers_List>${names('Teacher', ['An', 'Binh', 'Chi'])}</Teachers_List>` +
    '<Students_List><Year><Name>K6</Name><Group><Name>6A</Name><Number_of_Students>30</Number_of_Students></Group>' +
    '<Group><Name>6B</Name><Number_of_Students>35</Number_of_Students></Group></Year></Students_List>' +
    `<Activities_List>${activities}${parts.activities ?? ''}</Activities_List>` +
    '<Rooms_List><Room><Name>Máy 1</Name><Capacity>32</Capacity></Room><Room><Name>Máy 2</Name><Capacity>40</Capacity></Room></Rooms_List>' +
    `<Time_Constraints_List><ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage></ConstraintBasicCompulsoryTime>${parts.time ?? ''}</Time_Constraints_List>` +
    `<Space_Constraints_List><ConstraintBasicCompulsorySpace><Weight_Percentage>100</Weight_Percentage></ConstraintBasicCompulsorySpace>${parts.space ?? ''}</Space_Constraints_List></fet>`
  );
}

/** A constraint element: children by name; a list gives several. */
export function rule(kind: string, weight: number, children: Readonly<Record<string, unknown>> = {}): string {
  const write = (name: string, value: unknown): string =>
    Array.isArray(value)
      ? value.map((one) => write(name, one)).join('')
      : typeof value === 'object' && value !== null
        ? `<${name}>${Object.entries(value)
            .map(([inner, one]) => write(inner, one))
            .join('')}</${name}>`
        : `<${name}>${value}</${name}>`;
  return write(`Constraint${kind}`, { Weight_Percentage: weight, Active: true, ...children });
}
