/** How the others tell a person: a colour, and a kind of line for those who do not see colours well. */
import type { Person } from '../protocol'

type PersonColour = Pick<Person, 'colour' | 'line'>

/** Far from each other also for people who do not tell red from green, and dark enough to be seen on white and yellow. */
const colours = ['#0079f2', '#734211', '#29a600', '#502e73', '#1d97bf', '#1f4c41', '#3d00f2', '#00a67c'] as const
const lines = ['solid', 'dashed', 'dotted'] as const

/** Each colour comes with each line: the first ones differ in their colours, and neighbours in their lines. */
export const personColours: readonly PersonColour[] = Array.from(
  { length: colours.length * lines.length },
  (_, at) => ({
    colour: colours[at % colours.length] ?? colours[0],
    line: lines[at % lines.length] ?? lines[0],
  }),
)

/** Everybody keeps the colour she had, unless somebody who is here has it by now. */
export class PersonColours {
  /** By Person.id, as positions of `personColours`. */
  private readonly given = new Map<string, number>()

  /** @param present ids of those who are here */
  colourOf(id: string, present: readonly string[]): PersonColour {
    const others = new Set(present.flatMap((one) => (one === id ? [] : (this.given.get(one) ?? []))))
    const own = this.given.get(id)
    const at = own !== undefined && !others.has(own) ? own : this.free(others)
    this.given.set(id, at)
    return personColours[at] ?? { colour: colours[0], line: lines[0] }
  }

  /** One that nobody ever had; else one that nobody who is here has; else one of those that few have. */
  private free(others: ReadonlySet<number>): number {
    const known = new Set(this.given.values())
    const all = personColours.map((_, at) => at)
    const free = all.find((at) => !known.has(at)) ?? all.find((at) => !others.has(at))
    return free ?? this.given.size % personColours.length
  }
}
