import type { Statement } from '../narrative'

/** A government reports for all its offices. A sentence about its own office alone has another scope. */
const GOVERNMENT = /(?:[省市县区旗州盟]|(?:^|[^镇乡道])人民政府|管理?委员?会)$/
const OWN_OFFICE = /[省市县区旗州]政府(?!网|门户|信|公报|规章|部门|系统|各|数据)|政府办|办公[室厅]|本级|机关本部|局机关/
const WHOLE = /全[省市县区旗州盟系]|各级|各部门/
/** Words for cases counted otherwise than in the table: by filing, by ending, by court instance. */
const OTHER_BASIS = /备案|审结|新收|新增|一审|二审|再审|部门|作为/
const OTHER_OFFICES = /部门/

export const isGovernment = (unit: unknown): boolean => typeof unit === 'string' && GOVERNMENT.test(unit.trim())

/** The last words before a claim, and its first words. Cut short to keep the search fast. */
const wordsOf = ({ lead, quote }: Pick<Statement, 'lead' | 'quote'>): string =>
  (lead.slice(-60) + quote.slice(0, 60)).replace(/\s/g, '')

/** Whether a sentence is about a part only of what the report covers. */
export function isOtherScope(statement: Pick<Statement, 'lead' | 'quote'>, unit: unknown): boolean {
  if (!isGovernment(unit)) return false
  const said = wordsOf(statement)
  return OWN_OFFICE.test(said) && !WHOLE.test(said)
}

const WIDER = /全(?:[省市县区旗州盟]|系统)|各级|[^局]系统(?!平台)/
const NARROWER = /[我本]|机关|办公室/

/** Whether a statement is about a whole district or system, as 全市自然资源系统收到. */
function isWider(statement: Pick<Statement, 'lead' | 'quote'>): boolean {
  const [, ...parts] = wordsOf(statement).split(WIDER)
  const last = parts[parts.length - 1]
  return last !== undefined && !NARROWER.test(last.replace('行政机关', ''))
}

/** Without what a whole district did, where an office that is no government tells its own number as well. */
export function withoutWider<T extends Statement>(statements: T[], unit: unknown): T[] {
  if (typeof unit !== 'string' || unit === '' || isGovernment(unit)) return statements
  const wider = new Set(statements.filter(isWider))
  const own = new Set(statements.filter((one) => !wider.has(one)).map(({ kind }) => kind))
  return statements.filter((one) => !wider.has(one) || !own.has(one.kind))
}

export function isOtherBasis(statement: Pick<Statement, 'lead' | 'quote' | 'kind'>): boolean {
  const isCourt = statement.kind === 'reviewCases' || statement.kind === 'litigationCases'
  return (isCourt ? OTHER_BASIS : OTHER_OFFICES).test(wordsOf(statement))
}
