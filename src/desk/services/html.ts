import { badArguments, chained, guard } from './guard'
import type { Has } from './kinds'

type GoogleOutput = GoogleAppsScript.HTML.HtmlOutput

export class DeskHtmlOutput implements Pick<GoogleOutput, Has<'HtmlOutput'>> {
  title = ''
  width = 0
  height = 0
  constructor(public content: string) {}

  getContent(): string {
    return this.content
  }
  setContent(content: string): GoogleOutput {
    this.content = content
    return chained(this)
  }
  append(added: string): GoogleOutput {
    return this.setContent(this.content + added)
  }
  clear(): GoogleOutput {
    return this.setContent('')
  }
  getTitle(): string {
    return this.title
  }
  setTitle(title: string): GoogleOutput {
    this.title = title
    return chained(this)
  }
  getWidth(): number {
    return this.width
  }
  setWidth(width: number): GoogleOutput {
    this.width = width
    return chained(this)
  }
  getHeight(): number {
    return this.height
  }
  setHeight(height: number): GoogleOutput {
    this.height = height
    return chained(this)
  }
}

export class DeskHtmlService implements Pick<GoogleAppsScript.HTML.HtmlService, Has<'HtmlService'>> {
  createHtmlOutput(html: unknown = ''): GoogleOutput {
    if (typeof html !== 'string') throw badArguments('HtmlService.createHtmlOutput')
    return guard('HtmlOutput', new DeskHtmlOutput(html))
  }
}
