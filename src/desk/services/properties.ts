import { bytesOfText } from './bytes'
import { chained, guard } from './guard'
import type { Has } from './kinds'
import { running } from './running'

type GoogleProperties = GoogleAppsScript.Properties.Properties

const mostBytes = 9 * 1024

class DeskProperties implements Pick<GoogleProperties, Has<'Properties'>> {
  constructor(private readonly stored: Record<string, string>) {}

  getKeys(): string[] {
    return Object.keys(this.stored)
  }
  getProperties(): Record<string, string> {
    return { ...this.stored }
  }
  getProperty(key: string): string | null {
    return Object.prototype.hasOwnProperty.call(this.stored, key) ? (this.stored[key] ?? null) : null
  }
  /** At most 9 KB a value, as Google keeps. */
  setProperty(key: string, value: string): GoogleProperties {
    const text = String(value)
    if (bytesOfText(text).length > mostBytes) throw new Error('Argument too large: value')
    this.stored[key] = text
    return chained(this)
  }
  setProperties(properties: Record<string, string>, deleteAllOthers = false): GoogleProperties {
    if (deleteAllOthers) this.deleteAllProperties()
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, value)
    return chained(this)
  }
  deleteProperty(key: string): GoogleProperties {
    Reflect.deleteProperty(this.stored, key)
    return chained(this)
  }
  deleteAllProperties(): GoogleProperties {
    for (const key of Object.keys(this.stored)) Reflect.deleteProperty(this.stored, key)
    return chained(this)
  }
}

export class DeskPropertiesService implements Pick<
  GoogleAppsScript.Properties.PropertiesService,
  Has<'PropertiesService'>
> {
  getDocumentProperties(): GoogleProperties {
    return guard('Properties', new DeskProperties(running().book.properties))
  }
  getScriptProperties(): GoogleProperties {
    return guard('Properties', new DeskProperties(running().setup.scriptProperties))
  }
  getUserProperties(): GoogleProperties {
    return guard('Properties', new DeskProperties(running().setup.userProperties))
  }
}
