/** The commands that menus and pages may call, by their names, with what each may be given. */
import * as v from 'valibot'
import {
  acceptFinding,
  applyImport,
  applyRepair,
  areFindingsFresh,
  checkWorkbook,
  generateReport,
  goToCell,
  importLastYear,
  importPublished,
  initTemplate,
  insertField,
  makeSketch,
  menuItems,
  previewImport,
  refreshFields,
  refreshFindings,
  restoreTotals,
  showSketch,
  showFields,
  showFindings,
  undoRepair,
  useField,
  withdrawAcceptance,
} from '../../actions'
import type { ApplyRequest, Host, ImportRequest, Progress, TemplateRequest } from '../../actions'
import { menuWords } from '../../words/actions'
import type { Menu } from '../protocol'
import type { Stage } from './run-command'

const MOST_IDS = 5_000
const ids = v.pipe(v.array(v.string()), v.maxLength(MOST_IDS))
const into = v.picklist(['thisYear', 'lastYear'])

/** What a person hands in, or the report that an earlier preview has read; the core looks at the report itself. */
const source = v.union([
  v.object({ name: v.string(), report: v.looseObject({}), findings: v.array(v.looseObject({})) }),
  v.object({ name: v.string(), kind: v.string(), content: v.string(), plain: v.optional(v.string()) }),
])

const importRequest = v.object({ into, source, choices: v.optional(ids) })
const applyRequest = v.object({ into, source, choices: v.optional(ids), ticks: ids })
const templateRequest = v.object({
  unit: v.optional(v.string()),
  year: v.optional(v.number()),
  lastYear: v.optional(v.looseObject({})),
})
const offer = v.object({ section: v.string(), start: v.number(), from: v.string(), to: v.string() })
const facts = v.record(v.string(), v.string())

/** Gives the command's stage for arguments that fit, null for others. */
type StageMaker = (values: readonly unknown[]) => Stage | null

type Values = readonly v.GenericSchema[]

function command<const Schemas extends Values>(
  schemas: Schemas,
  run: (host: Host, ...values: { [I in keyof Schemas]: v.InferOutput<Schemas[I]> }) => Progress<unknown>,
): StageMaker {
  const all = v.strictTuple([...schemas])
  return (values) => {
    // A page may leave out what may be absent.
    const given = schemas.map((_, index) => values[index]).concat(values.slice(schemas.length))
    const read = v.safeParse(all, given)
    if (!read.success) return null
    return (host) => run(host, ...(read.output as { [I in keyof Schemas]: v.InferOutput<Schemas[I]> }))
  }
}

const commands = new Map<string, StageMaker>(
  Object.entries({
    checkWorkbook: command([], checkWorkbook),
    restoreTotals: command([], restoreTotals),
    generateReport: command([], generateReport),
    importLastYear: command([], importLastYear),
    importPublished: command([], importPublished),
    previewImport: command([importRequest], (host, request) => previewImport(host, request as ImportRequest)),
    applyImport: command([applyRequest], (host, request) => applyImport(host, request as ApplyRequest)),
    initTemplate: command([v.optional(templateRequest)], (host, request) =>
      initTemplate(host, request as TemplateRequest | undefined),
    ),
    showFindings: command([], showFindings),
    refreshFindings: command([], refreshFindings),
    applyRepair: command([ids], applyRepair),
    undoRepair: command([], undoRepair),
    acceptFinding: command([v.string(), v.string()], acceptFinding),
    withdrawAcceptance: command([v.string()], withdrawAcceptance),
    goToCell: command([v.string(), v.string()], goToCell),
    areFindingsFresh: command([], areFindingsFresh),
    showFields: command([], showFields),
    refreshFields: command([], refreshFields),
    insertField: command([v.string(), v.object({ section: v.string() })], insertField),
    useField: command([offer], (host, given) => useField(host, given as Parameters<typeof useField>[1])),
    showDraft: command([], showSketch),
    makeDraft: command([ids, facts], makeSketch),
  }),
)

export const commandNames: readonly string[] = [...commands.keys()]

/** Undefined where there is no command of that name, null where it takes no such arguments. */
export const commandOf = (name: string, values: readonly unknown[]): Stage | null | undefined =>
  commands.get(name)?.(values)

/** 政务公开年报. */
export const menuOf = (): Menu => ({
  caption: menuWords.menu,
  items: menuItems.map(({ caption, command: functionName }) => ({ caption, functionName })),
})
