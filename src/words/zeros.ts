/** What users read about 空白填 0. */
import { menuWords } from './actions'
import { tabNames } from './tabs'

const tables = [tabNames.table2, tabNames.table3, tabNames.table4]

const linesOf = (places: readonly (readonly [place: string, count: number])[]): string[] =>
  places.map(([place, count]) => `· ${place}：${count} 格`)

export const zeroWords = {
  event: menuWords.zeros,
  lines: linesOf,
  question: (tab: string, count: number, places: readonly (readonly [place: string, count: number])[]) =>
    `“${tab}”有 ${count} 格空白：\n${linesOf(places).join('\n')}\n\n确认这些都没有发生，填 0 吗？已经填写的格子和总计不改动。`,
  none: (tab: string) => `“${tab}”没有空白，不用填。`,
  elsewhere: `请先打开要填的表（${tables.map((tab) => `“${tab}”`).join('或')}），再点“${menuWords.zeros}”。没有改动。`,
  filled: (tab: string, count: number) => `${tab}空白的 ${count} 格填 0`,
  done: (tab: string, count: number) => `“${tab}”空白的 ${count} 格已填 0，可以撤销。`,
} as const
