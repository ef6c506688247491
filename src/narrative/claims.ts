import type { Claim, NarrativeReading, Said, Statement } from './claim'
import { gather } from './read'
import { decideClaims } from './decide-claims'
import type { Count, Gathered, Passage } from './walk'

export interface ClaimOptions {
  /** The year reported on; numbers of other years are no claims. Without it, the first year in the text counts. */
  year?: number | undefined
}

/** The longest `lead`, in characters: words further back do not matter. */
const LONGEST_LEAD = 80

/** Turns positions in the plain characters into positions in the text as written. */
function placer(text: string, { at, sentences }: Gathered) {
  const place = (plain: number) => at[plain] ?? text.length
  const said = ({ start, end, sentence }: Passage): Said => {
    const [from, to] = [place(start), place(end - 1) + 1]
    return { quote: text.slice(from, to), start: from, end: to, sentence }
  }
  const leadOf = ({ start, sentence }: Passage): string => {
    const first = sentences[sentence]?.find(({ tokens }) => tokens.length > 0)?.tokens[0]
    return first ? text.slice(place(Math.max(first.start, start - LONGEST_LEAD)), place(start)) : ''
  }
  const statement = (count: Count): Statement[] => {
    const { kind, value, approximate, manner, isFresh, isHandled, isTotal } = count
    if (kind === 'outcome') return []
    return [{ kind, value, approximate, ...said(count), manner, isFresh, isHandled, isTotal, lead: leadOf(count) }]
  }
  return { said, statement }
}

/** Whether a number for 办结 comes after words for all. */
const isToldBehind = ({ counts }: Gathered, { end }: Passage): boolean =>
  counts.some(({ kind, start, manner }) => kind === 'concluded' && manner === 'printed' && start >= end)

/** A text's claims, with what the rules need to know besides. `year` as in `claims`, null where unknown. */
export function readNarrative(text: string, year: number | null): NarrativeReading {
  const gathered = gather(text, year)
  const { said, statement } = placer(text, gathered)
  return {
    statements: decideClaims(gathered).flatMap(statement),
    ofOtherYears: gathered.ofOtherYears.flatMap(statement),
    allDone: gathered.allDone
      .filter((all) => !all.isOutcome && !all.isCarried && !(all.isOfCarried && isToldBehind(gathered, all)))
      .map((all) => ({ ...said(all), isRest: all.isRest })),
    denials: gathered.denials.map(said),
    parts: gathered.parts.map((part) => ({ ...said(part), value: part.value })),
  }
}

/**
 * The numbers that Chinese prose states for what the form can hold, in the order of the text: applications received,
 * concluded and carried over, reviews, lawsuits, pieces of information disclosed, the fee in 元. Words for zero (未收到),
 * words for all (均已答复) and sums of outcomes are claims too. Numbers of other years or offices, parts of a total and
 * rates are no claims. Takes any text and never throws.
 */
export function claims(text: string, options: ClaimOptions = {}): Claim[] {
  return readNarrative(text, options.year ?? null).statements.map(({ kind, value, approximate, quote, start, end }) => {
    return { kind, value, approximate, quote, start, end }
  })
}
