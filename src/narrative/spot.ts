import type { ClaimKind } from './claim'
import { NOUNS, type Context, type Topic } from './phrases'
import type { Tag, Token } from './tokens'

/** How columns of table 4 divide cases. `way`: whether a review came before the lawsuit; `result`: how a case ended. */
export type Column = 'way' | 'result'

/** What a number counts. `outcome` is one way of concluding (予以公开 and the like). */
export interface Frame {
  kinds: (ClaimKind | 'outcome')[]
  topic: Topic
  /** 新收, 主动公开: the form's own word. Those carried in, or disclosed on request, are not included. */
  isFresh?: boolean
  /** Stated with 办理 or 处理 alone, which may mean received or concluded. */
  isHandled?: boolean
  /** A part of what a total after it may count: 公开预算信息5条. */
  partOf?: ClaimKind
  /** The kind of which a part may be about disclosure: 行政应诉12件，其中信息公开类3件. */
  court?: ClaimKind
  /** Of the year reported on, though the words before the number name another: 2023年接收的5件申请于2024年继续办理. */
  isOfYear?: boolean
  /** A column of table 4; together they make the whole: 未经复议直接起诉1件、复议后起诉3件. */
  column?: Column
  /** No verb is beside the number, only a noun. */
  isNounOnly?: boolean
}

/** A number with the words before and after it, up to the next number. */
export interface Surroundings {
  left: readonly Token[]
  right: readonly Token[]
  /** The number is 0, or has a unit for cases: then 依申请公开信息 before it means applications, not documents. */
  isCase: boolean
  /** The number is in a list of information disclosed, without a unit for cases: 主动公开598条，依申请公开23条. */
  isPiece: boolean
  /** After 其中: what the whole is about. Undefined elsewhere. */
  whole?: Topic | undefined
}

export interface Spot extends Surroundings {
  context: Context
  /** The noun that the words before the number end with. */
  noun: Tag | null
}

export const OTHER: Frame = { kinds: [], topic: 'other' }
/** Reviews and lawsuits about another matter. */
export const OTHER_COURT: Frame = { kinds: [], topic: 'otherCourt' }
export const FEE: Frame = { kinds: [], topic: 'fee' }
export const NOTHING: Frame = { kinds: [], topic: null }
/** What a site holds of all years. */
export const STOCK: Frame = { kinds: [], topic: 'info' }
export const CARRIED_OUT: Frame = { kinds: ['carriedOut'], topic: 'ask' }
export const OUTCOME: Frame = { kinds: ['outcome'], topic: 'ask' }

export const nounIn = (words: readonly Token[]): Tag | undefined => words.find(({ tag }) => NOUNS.includes(tag))?.tag
