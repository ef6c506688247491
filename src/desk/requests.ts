/** What pages may send to the desk's server. The types in protocol.ts and start-protocol.ts come from these schemas. */
import * as v from 'valibot'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const position = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const scalar = v.union([v.string(), v.boolean(), v.pipe(v.number(), v.finite())])

/** `POST /api/here`; `sheet` is `Sheet.id`. */
export const sheetPosition = v.object({ sheet: count, row: position, column: position })

/** Rows of values typed from a cell on; null empties a cell. */
const editBlock = v.object({
  ...sheetPosition.entries,
  values: v.pipe(v.array(v.array(v.nullable(scalar))), v.minLength(1)),
})

/** `POST /api/ticket`: path and query of a file. */
export const ticketRequest = v.object({ path: v.pipe(v.string(), v.maxLength(500)) })

/** A paste around locked cells has one block for each stretch. */
const MOST_BLOCKS = 200

/** `POST /api/edit`: all of its blocks are written, or none. */
export const editRequest = v.object({
  ...editBlock.entries,
  /** Further blocks of the same change. */
  more: v.exactOptional(v.pipe(v.array(editBlock), v.maxLength(MOST_BLOCKS))),
  /** Names the edit: sent again, as after a lost answer, it counts once. */
  id: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
  /** The last change the page had when the typing began. */
  base: count,
  /** Nothing is written where others wrote after `base`: they are told in the refusal, to be shown first. */
  isAsking: v.exactOptional(v.boolean()),
  /** The person was told that the one cell is a total, and wants to write over it nevertheless. */
  isConfirmed: v.exactOptional(v.boolean()),
  /** Puts back what stood there before: the record names it so. */
  isRestored: v.exactOptional(v.boolean()),
  /** The person was shown what others wrote after this change and wants her own nevertheless: they are told. */
  overrules: v.exactOptional(count),
})

const MOST_TRAIL = 200
const digits = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))

/** The query of `GET /api/trail`. */
export const trailQuery = v.object({
  limit: v.optional(v.pipe(digits, v.minValue(1), v.maxValue(MOST_TRAIL)), '50'),
  before: v.optional(digits),
})

/** What a person pressed; CLOSE is the cross of the window. */
export const pressedButton = v.object({ button: v.picklist(['OK', 'YES', 'NO', 'CLOSE']) })

/** A trailing underscore makes a function private, as at Google. */
const functionName = v.pipe(v.string(), v.regex(/^[A-Za-z_$][\w$]{0,80}(?<!_)$/))

/** `POST /api/run` */
export const runRequest = v.object({
  functionName,
  arguments: v.exactOptional(v.array(v.unknown())),
  /** Of the `RunAnswer` that asked: the run goes on with the reply. */
  run: v.exactOptional(v.string()),
  answer: v.exactOptional(pressedButton),
})

/** The first argument of an import: a file or a paste as its dialog hands it on. */
export const handedFile = v.looseObject({
  source: v.object({ name: v.string(), kind: v.string(), content: v.string(), plain: v.exactOptional(v.string()) }),
})

/** `POST /api/text`: a text as it stands in its field, to be checked; nothing is written. */
export const textRequest = v.object({ ...sheetPosition.entries, text: v.pipe(v.string(), v.maxLength(50_000)) })

/** `POST /api/comment` */
export const commentRequest = v.variant('do', [
  v.object({ do: v.literal('comment'), text: v.string(), ...sheetPosition.entries }),
  v.object({ do: v.literal('reply'), id: v.string(), text: v.string() }),
  v.object({ do: v.literal('resolve'), id: v.string(), resolved: v.boolean() }),
])

const versionName = v.pipe(v.string(), v.maxLength(255))

/** The query of `GET /api/versions/differences`. */
export const versionQuery = v.object({ name: versionName })

/** `POST /api/versions/take`; `base`: the `seq` of the differences that the person saw. */
export const versionRequest = v.object({ name: versionName, base: count })

/** `POST /api/name`; answered by a StartAnswer. */
export const nameRequest = v.object({ name: v.string() })

/** `POST /api/recent`: opens one of them. */
export const recentRequest = v.object({ id: v.string() })

/** `POST /api/recent/copy`: opens it by its dated copy, where it cannot be opened itself. */
export const copyRequest = v.object({ id: v.string(), name: v.string() })

/** `POST /api/open`, a form. */
export const openForm = v.object({ file: v.file() })

/** `POST /api/new`, a form; `lastYear` is a file of any kind that the product reads, empty where none was chosen. */
export const newForm = v.object({
  unit: v.optional(v.string(), ''),
  year: v.optional(v.string(), ''),
  lastYear: v.optional(v.file()),
  /** Ticked: 上年结转 and 现行有效 are taken into this year's tables. */
  carry: v.optional(v.string()),
})
