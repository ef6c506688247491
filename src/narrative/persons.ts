import type { Token } from './tokens'

/** 受理信息公开申请12人次，办结11人次: a sentence that counts all its applications in 人次, and nothing in 件. */
const IN_PERSONS =
  /[^。;\n件]{0,80}(?:受理|收到|接收|新收)[^,。;\n件]{0,14}申请\d+人次[^。\n件]{0,80}(?:办结|答复)\d+人次[^。\n件]{0,80}(?=[。\n]|$)/g

/** 12人次 as the number of applications in such sentences; elsewhere it counts persons (培训120人次). */
export function withPersons(tokens: readonly Token[], text: string): readonly Token[] {
  const passages = text.includes('人次') ? [...text.matchAll(IN_PERSONS)] : []
  if (passages.length === 0) return tokens
  const isIn = ({ start }: Token) =>
    passages.some(({ index, 0: said }) => start >= index && start < index + said.length)
  const isUnit = (token: Token | undefined) => token !== undefined && text.slice(token.start, token.end) === '人次'
  return tokens.flatMap((token, at): Token[] => {
    if (!isIn(token)) return [token]
    const next = tokens[at + 1]
    if (token.tag === 'odd' && next && isUnit(next)) return [{ ...token, tag: 'count', end: next.end }]
    return isUnit(token) && tokens[at - 1]?.tag === 'odd' ? [] : [token]
  })
}
