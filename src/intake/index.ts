export { EmptySourceError } from './empty-source-error'
export type { Reading } from './published'
export { read, type SourceKind } from './read'
