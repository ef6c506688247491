/**
 * Sentences that print 0 in words. Only these forms do; every other sentence prints the number 0:
 *
 * - `[共]收到…申请【本年新收】件` → `未收到…申请`, also 受理, 接收, 接到, 新收, and `收到【本年新收】件…申请`;
 * - `发生行政复议【行政复议】件[、行政诉讼【行政诉讼】件]` → `未发生行政复议[、行政诉讼]` where all of them are 0, also
 *   引发, 产生, 被申请, 被提起.
 *
 * The clause must end after the number, and the next clause must not refer to the number (其中, 均已, 同比).
 */
import type { FieldInText } from './field-in-text'
import type { TextRange } from './text-range'

interface ZeroWording extends TextRange {
  to: string
}

const CLAUSE_START = /[，。；：！？,;:\n（(】][^，。；：！？,;:\n（(】]*$/
const UNIT = /^\s{0,4}(?:件次|[件起项条份宗例封次个])?/
const CLAUSE_END = /^\s*(?:[，。；！？,;\n）)]|$)/
const NEGATED = /[未没无不](?:有|曾)?$/

interface Form {
  fields: ReadonlySet<string>
  /** The verb, with 共 or the like before it. */
  verb: RegExp
  object: RegExp
}

const SUMS = '(?:总共|一共|共计|累计|合计|共)?'

const applicationForm: Form = {
  fields: new Set(['本年新收', '收到合计']),
  verb: new RegExp(`${SUMS}(?:新?(收到|受理|接收|接到)|新(收))了?(?!的)`, 'g'),
  object: /申请|公开/,
}

const disputeForm: Form = {
  fields: new Set(['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉']),
  verb: new RegExp(`${SUMS}(发生|引发|产生|被申请|被提起)了?(?!的)`, 'g'),
  object: /^[^\d【】]{0,30}(?:复议|诉讼|起诉)(?:案件|申请)?$/,
}

const unitEnd = (text: string, { end }: TextRange): number =>
  end + (UNIT.exec(text.slice(end, end + 8))?.[0].length ?? 0)

interface Opening {
  start: number
  /** 未收到, 未发生. */
  none: string
  object: string
}

/** The last verb of a form in the clause before the field, and the words between the two. */
function openingOf(text: string, field: FieldInText, { verb }: Form): Opening | null {
  const before = text.slice(Math.max(0, field.start - 120), field.start)
  const clause = CLAUSE_START.exec(before)?.[0].slice(1) ?? before
  const match = [...clause.matchAll(verb)].pop()
  if (!match) return null
  const start = field.start - clause.length + match.index
  const object = clause.slice(match.index + match[0].length)
  const isNegated = NEGATED.test(clause.slice(0, match.index))
  if (isNegated || /[\d【】]/.test(object)) return null
  return { start, none: `未${match[1] ?? '收到'}`, object }
}

/** Words that refer to the number: 未收到申请，其中网上0件 would make no sense. */
const GOES_ON = /^\s*[，,；;（(]\s*(?:其中|包括|含|均|全部|都|已|并|较|比|同比|与上|其余)/

function ends(text: string, position: number): boolean {
  const after = text.slice(position, position + 8)
  return CLAUSE_END.test(after) && !GOES_ON.test(after)
}

function applicationWording(text: string, field: FieldInText): ZeroWording | null {
  const opening = openingOf(text, field, applicationForm)
  if (!opening) return null
  const { start, none, object } = opening
  const end = unitEnd(text, field)
  const isBefore = applicationForm.object.test(object) && ends(text, end)
  const behind =
    object === ''
      ? /^(?:的)?[^，。；、\n\d【】]{0,16}申请(?=\s*(?:[，。；\n]|$))/.exec(text.slice(end, end + 24))
      : null
  if (behind && ends(text, end + behind[0].length)) return { start, end: text[end] === '的' ? end + 1 : end, to: none }
  return isBefore ? { start, end, to: none + object.trimEnd() } : null
}

const NEXT = /^\s*[、，和及与]\s*([^，。；：、\n\d【】]{0,20})$/

/** The wording for 行政复议【…】件、行政诉讼【…】件 together; null where one is not 0, or where the sentence continues. */
function disputeWording(text: string, fields: readonly FieldInText[], first: number): ZeroWording | null {
  const field = fields[first]
  const opening = field && openingOf(text, field, disputeForm)
  if (!opening || !disputeForm.object.test(opening.object)) return null
  const objects = [opening.object]
  let end = unitEnd(text, field)
  for (const next of fields.slice(first + 1)) {
    const object = NEXT.exec(text.slice(end, next.start))?.[1]
    if (
      object === undefined ||
      /被|发生|引发|产生/.test(object) ||
      !disputeForm.fields.has(next.name) ||
      !disputeForm.object.test(object)
    )
      break
    if (next.value !== 0) return null
    objects.push(object)
    end = unitEnd(text, next)
  }
  return ends(text, end) ? { start: opening.start, end, to: opening.none + objects.join('、') } : null
}

/** The wordings that write 0 in words, in the order of the text, none overlapping. */
export function zeroWordings(text: string, fields: readonly FieldInText[]): ZeroWording[] {
  const wordings: ZeroWording[] = []
  fields.forEach((field, index) => {
    if (field.value !== 0 || field.start < (wordings[wordings.length - 1]?.end ?? 0)) return
    const wording = applicationForm.fields.has(field.name)
      ? applicationWording(text, field)
      : disputeForm.fields.has(field.name) && disputeWording(text, fields, index)
    if (wording) wordings.push(wording)
  })
  return wordings
}
