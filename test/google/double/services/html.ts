import { badArguments, chained, guard } from './guard'
import type { Has } from './kinds'

type GoogleOutput = GoogleAppsScript.HTML.HtmlOutput

export class DoubleHtmlOutput implements Pick<GoogleOutput, Has<'HtmlOutput'>> {
  title = ''
  width = 0
  height = 0
  constructor(readonly content: string) {}

  setTitle(title: string): GoogleOutput {
    this.title = title
    return chained(this)
  }
  setWidth(width: number): GoogleOutput {
    this.width = width
    return chained(this)
  }
  setHeight(height: number): GoogleOutput {
    this.height = height
    return chained(this)
  }
}

let htmlFiles = '{}'

/** Of the script that runs: texts by name, as JSON. Most calls ask for none of them. */
export function keepHtmlFiles(texts: string): void {
  htmlFiles = texts
}

/** Scriptlets are not carried out. */
class DoubleHtmlTemplate implements Pick<GoogleAppsScript.HTML.HtmlTemplate, Has<'HtmlTemplate'>> {
  constructor(private readonly content: string) {}

  getRawContent(): string {
    return this.content
  }
}

export class DoubleHtmlService implements Pick<GoogleAppsScript.HTML.HtmlService, Has<'HtmlService'>> {
  createHtmlOutput(html?: unknown): GoogleOutput {
    if (typeof html !== 'string') throw badArguments('HtmlService.createHtmlOutput')
    return guard('HtmlOutput', new DoubleHtmlOutput(html))
  }
  createTemplateFromFile(name: string): GoogleAppsScript.HTML.HtmlTemplate {
    const texts = new Map(Object.entries(JSON.parse(htmlFiles) as Record<string, string>))
    const text = texts.get(name)
    if (text === undefined) throw new Error(`No HTML file named ${name} was found.`)
    return guard('HtmlTemplate', new DoubleHtmlTemplate(text))
  }
}
