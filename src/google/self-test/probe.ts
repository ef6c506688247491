/** A probe of 自检: one thing that the program takes for granted of Google, and what Google does. */
import { saysDenied } from '../../words/google-says'
import { selfTestWords as words, type ProbeId } from '../../words/self-test'
import { messageOf, type Site } from './site'

type State = 'passed' | 'differs' | 'refused'

export interface Seen {
  state: State
  /** What Google does, in a few words. */
  seen: string
}

export interface Probe {
  id: ProbeId
  /** What it throws is a result as well. */
  run: (site: Site) => Seen
}

export interface Result extends Seen {
  id: ProbeId
}

export const judged = (holds: boolean, seen: string): Seen => ({ state: holds ? 'passed' : 'differs', seen })

export const isSo = (holds: boolean): Seen => judged(holds, words.boolean(holds))

export const counted = (count: number, wanted: number): Seen => judged(count === wanted, words.number(count))

const zoneOfCells = (): string => SpreadsheetApp.getActive().getSpreadsheetTimeZone()

/** A value as people read it: whether 8 is a number or a text is what most probes are about. */
export function shown(value: unknown): string {
  if (value instanceof Date) return words.day(Utilities.formatDate(value, zoneOfCells(), 'yyyy-MM-dd'))
  if (typeof value === 'number') return words.number(value)
  if (typeof value === 'boolean') return words.boolean(value)
  return value === null || value === undefined ? words.nothing : words.text(String(value))
}

const refusal = new RegExp(saysDenied, 'i')

/** The name of each probe is logged: a run that Google stops tells how far it came. */
export function resultOf({ id, run }: Probe, site: Site): Result {
  console.info(`${words.title} ${id}`)
  try {
    return { id, ...run(site) }
  } catch (error) {
    const seen = messageOf(error)
    return { id, state: refusal.test(seen) ? 'refused' : 'differs', seen }
  }
}
