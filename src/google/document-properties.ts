type Properties = GoogleAppsScript.Properties.Properties

let known: Properties | null = null

/** Properties of the spreadsheet; the handle is got once in a call. */
export const documentProperties = (): Properties => (known ??= PropertiesService.getDocumentProperties())
