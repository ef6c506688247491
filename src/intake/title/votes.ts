import { simplified } from '../../form'

/** Who speaks for a unit or a year. */
export type Voice = 'heading' | 'head' | 'label' | 'lines' | 'narrative' | 'period' | 'tables' | 'published'

export interface Choice<T> {
  value: T
  voices: ReadonlyMap<Voice, number>
  weight: number
  /** The words in which it was found; empty where it was counted. */
  quote: string
}

/** A voice counts once for a value, however often it says it, with the most that it says it with. */
export class Votes<T> {
  private readonly choices = new Map<T, { voices: Map<Voice, number>; quote: string }>()

  add(value: T, voice: Voice, weight: number, quote = ''): void {
    const choice = this.choices.get(value) ?? { voices: new Map<Voice, number>(), quote }
    this.choices.set(value, choice)
    if (choice.quote === '') choice.quote = quote
    choice.voices.set(voice, Math.max(choice.voices.get(voice) ?? 0, weight))
  }

  /** The heaviest first. */
  ranked(): Choice<T>[] {
    return [...this.choices]
      .map(([value, { voices, quote }]) => ({
        value,
        voices,
        quote,
        weight: [...voices.values()].reduce((a, b) => a + b, 0),
      }))
      .sort((a, b) => b.weight - a.weight)
  }
}

/** The first of several choices, unless another is as heavy. */
export function decided<T>([first, second]: readonly Choice<T>[]): Choice<T> | undefined {
  return first && first.weight > (second?.weight ?? 0) ? first : undefined
}

const bare = (unit: string): string => simplified(unit.normalize('NFKC')).replace(/[\s·]+/g, '')

const GOVERNMENT = '人民政府'
const SHORTEST_NAME = 2

/** True where two names are of one office: the one is the end of the other, or lacks its 人民政府 only. */
export function isSameOffice(one: string, other: string): boolean {
  const [short = '', long = ''] = [bare(one), bare(other)].sort((a, b) => a.length - b.length)
  return (short.length >= SHORTEST_NAME && long.endsWith(short)) || long === short + GOVERNMENT
}
