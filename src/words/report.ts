/** What is wrong with a JSON that should be a report: what, where, what to do. */
export const reportWords = {
  notJson: (position: string | undefined) =>
    `不是完整的JSON${position === undefined ? '' : `，第 ${Number(position) + 1} 个字符处读不下去`}。`,
  notReport: '这不是年度报告的JSON：至少要有edition和figures。',
  unknownKey: (key: string, known: string) => `年度报告的JSON里没有“${key}”这一项，只有${known}。`,
  edition: (found: string, known: string) => `edition：只支持${known}版格式，这里是${found}。`,
  text: (where: string) => `${where}：应当是文字。`,
  year: (found: string) => `year：应当是四位年份（如2024）或者null，这里是${found}。`,
  object: (where: string) => `${where}：应当是一个对象。`,
  list: (where: string) => `${where}：应当是一个列表。`,
  unknownCell: (id: string, nearest: string) => `figures：没有编号为“${id}”的单元格，最接近的是“${nearest}”。`,
  figureType: (id: string, found: string) => `figures.${id}：应当是数字、null、文字或者{"raw":…}，这里是${found}。`,
  contradiction: (id: string, raw: string, read: string, value: number) =>
    `figures.${id}：原文“${raw}”读作${read}，与value ${value}不一致。`,
  noNumber: '空白',
  table: (where: string, known: string) => `${where}：应当是${known}之一。`,
  foreignCell: (where: string, id: string) => `${where}：“${id}”不是这张表的单元格。`,
}
