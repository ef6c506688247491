/** What needs Drive: a part of the bundle, since few commands do. */
export { openComments } from './drive-comments'
export { madeOf, ownFiles, saveFiles } from './drive-files'
