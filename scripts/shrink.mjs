// The Apps Script bundle has to stay small: Google loads it anew for every call. esbuild's own minifier keeps
// `function` and `return`, which make up a twentieth of it.
import { minify } from '@swc/core'
import { parse } from 'acorn'

const isArrowLike = ({ type, generator, async }) => type === 'FunctionDeclaration' && !generator && !async
const usesItself = (source) => /\b(this|arguments|new\.target)\b/.test(source)

/**
 * Functions are moved to the front as arrow functions: declared ones are there before any other statement runs, too.
 * None of them is a constructor, since constructors here are classes.
 */
function asArrows(body, source) {
  const text = ({ start, end }) => source.slice(start, end)
  const isMoved = (statement) => isArrowLike(statement) && !usesItself(text(statement))
  const arrows = body
    .filter(isMoved)
    .map(({ id, params, body }) => `var ${id.name} = (${params.map(text).join(', ')}) => ${text(body)};`)
  return [...arrows, ...body.filter((statement) => !isMoved(statement)).map(text)].join('\n')
}

/** A script with a function at its top level for each export of the module: Apps Script calls nothing else. */
export async function shrink(module, banner) {
  const { body } = parse(module, { ecmaVersion: 2021, sourceType: 'module' })
  const exported = body.filter(({ type }) => type === 'ExportNamedDeclaration').flatMap(({ specifiers }) => specifiers)
  const rest = body.filter(({ type }) => type !== 'ExportNamedDeclaration')
  const locals = exported.map(({ local }) => local.name).join(', ')
  const script = `var nianbao = (() => {\n${asArrows(rest, module)}\nreturn [${locals}];\n})();`
  const compress = { ecma: 2021, passes: 3, unsafe_arrows: true }
  const { code } = await minify(script, { compress, mangle: true, ecma: 2021 })
  const faces = exported.map(
    ({ exported: { name } }, index) => `function ${name}(...a){return nianbao[${index}](...a)}`,
  )
  return [banner, code, ...faces, ''].join('\n')
}
